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
    [["hotspots", "--grain", "year"], /day/],
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

  test.each([
    [["status", "--bogus"], "cli.bad_usage"],
    [["measures"], "cli.bad_usage"],
    [["nonsense"], "cli.bad_usage"],
    [["status", "--lang", "fr"], "cli.bad_choice"],
    [["release", "--as-of", "2030-01-01"], "cli.future_date"],
    [["hotspots", "--at", "2030-01-01"], "cli.future_date"],
    [["measures", "--period", "2026", "--as-of", "2030-01-01"], "cli.future_date"],
    [["site", "preview", "--port", "99999999"], "cli.bad_choice"],
  ])("%j --json is told as one JSON document", async (argv, key) => {
    const ran = await forewarn([...argv, "--json"]);
    expect(ran.code).toBe(2);
    expect(ran.json()).toMatchObject({ error: { key } });
  });

  test("what the system refuses is told with its place", async () => {
    const { writeFile } = await import("node:fs/promises");
    const folder = await temporaryFolder();
    await writeFile(`${folder}/file`, "");
    const ran = await forewarn(["status", "--data", `${folder}/file`, "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ error: { key: "cli.file_error", file: `${folder}/file/forewarn.yaml` } });
    expect((await forewarn(["check", folder, "--json"])).json()).toMatchObject({ findings: [{ file: "index.html" }] });
  });

  test("a path that does not exist leaves nothing behind", async () => {
    const { readdir } = await import("node:fs/promises");
    const folder = await temporaryFolder();
    const ran = await forewarn(["ingest", `${folder}/gone`, "--data", `${folder}/data`]);
    expect(ran.code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
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
