import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

describe("the command line", () => {
  test("--help and --version end with 0", async () => {
    const help = await forewarn(["--help"]);
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(help.out).toContain("ingest");
    expect((await forewarn(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [["nonsense"], /nonsense/],
    [["ingest", "--nonsense"], /--nonsense/],
    [["measures"], /--period/],
    [["measures", "--period", "2026-13"], /2026-13/],
    [["measures", "--period", "2026", "--by", "colour"], /colour/],
    [["hotspots", "--grain", "day"], /day/],
    [["hotspots", "--at", "2026-02-30"], /2026-02-30/],
    [["bench", "nonsense"], /nonsense/],
    [["site", "build", "nonsense"], /nonsense/],
    [["warnings"], /warnings/],
  ])("%j is wrong usage", async (argv, named) => {
    const ran = await forewarn([...argv, ...(argv.length > 1 ? ["--data", await temporaryFolder()] : [])]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(named);
    expect(ran.out).toBe("");
  });

  test("speaks the language of --lang, of the environment, else English", async () => {
    expect((await forewarn(["--help", "--lang", "zh"])).out).toContain("命令：");
    expect((await forewarn(["--help"], { LANG: "zh_CN.UTF-8" })).out).toContain("命令：");
    expect((await forewarn(["--help"], { LANG: "fr_FR.UTF-8" })).out).toContain("Commands:");
    expect((await forewarn(["status", "--lang", "zh", "--data", await temporaryFolder()])).err).toContain(
      "还没有数据仓库",
    );
  });

  test("without a warehouse, says what to run first", async () => {
    const folder = await temporaryFolder();
    for (const argv of [["status"], ["rejects"], ["release"], ["measures", "--period", "2026"], ["hotspots"]]) {
      const ran = await forewarn([...argv, "--data", folder]);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain("forewarn ingest");
    }
  });

  test("settings that are wrong are told with file, line and key", async () => {
    const { writeFile } = await import("node:fs/promises");
    const folder = await temporaryFolder();
    await writeFile(`${folder}/forewarn.yaml`, "currency: CNY\ntimeZone: Mars/Olympus\n");
    const ran = await forewarn(["status", "--data", folder, "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ error: { file: `${folder}/forewarn.yaml`, line: 2, column: "timeZone" } });
  });
});
