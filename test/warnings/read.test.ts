import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { inspectWarnings, readWarnings } from "../../src/warnings/read.ts";
import { temporaryFolder } from "../support/folder.ts";
import { PEOPLE, step } from "../support/warnings.ts";

const kept = path.join(import.meta.dirname, "../fixture/warnings");

/** A copy of the kept warnings with one file changed; null takes it away. */
async function changed(file: string, change: (text: string) => string | null): Promise<string> {
  const folder = await temporaryFolder();
  await cp(kept, folder, { recursive: true });
  const full = path.join(folder, file);
  const text = change(await readFile(full, "utf8"));
  await (text === null ? rm(full) : writeFile(full, text));
  return folder;
}

async function faultsOf(file: string, change: (text: string) => string | null) {
  const folder = await changed(file, change);
  const found = (await inspectWarnings(folder)).flatMap((it) => it.faults);
  return found.map(({ key, place }) => [key, path.relative(folder, place.file ?? ""), place.line, place.value]);
}

describe("reading warnings", () => {
  test("all of them, by id", async () => {
    const warnings = await readWarnings(kept);
    expect(warnings.map(({ id, record }) => `${id} ${record.status}`)).toEqual([
      "2025-001 published",
      "2025-002 superseded",
      "2026-001 published",
      "2026-002 published",
      "2026-003 withdrawn",
      "2026-004 corrected",
      "2026-005 draft",
    ]);
    expect(warnings[3]?.text.en).toBeNull();
  });

  test("no folder holds no warnings", async () => {
    expect(await readWarnings(path.join(kept, "nowhere"))).toEqual([]);
  });

  test("a published text that was changed is refused", async () => {
    const found = await faultsOf("2026-001/zh.md", (text) => text.replace("增多", "减少"));
    expect(found).toEqual([["warnings.changed", "2026-001/history.jsonl", undefined, undefined]]);
    const title = await faultsOf("2026-001/warning.yaml", (text) => text.replace("risk: medium", "risk: low"));
    expect(title.map(([key]) => key)).toEqual(["warnings.changed"]);
    const figures = await faultsOf("2026-001/evidence.json", (text) =>
      text.replace(/"observed": \d+/, '"observed": 999'),
    );
    expect(figures.map(([key]) => key)).toEqual(["warnings.changed"]);
  });

  test("ends of lines may differ", async () => {
    expect(await faultsOf("2026-001/zh.md", (text) => text.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  test("a state without its step is refused", async () => {
    const found = await faultsOf("2026-001/history.jsonl", (text) =>
      text.trimEnd().split("\n").slice(0, -1).join("\n"),
    );
    expect(found.map(([key]) => key)).toEqual(["warnings.historyStatus"]);
    expect((await faultsOf("2026-001/history.jsonl", () => null)).map(([key]) => key)).toEqual([
      "warnings.historyStatus",
    ]);
  });

  test("a typed number is named with file, line and value", async () => {
    const found = await faultsOf("2026-001/zh.md", (text) => text.replace("门店关门", "三十五件、16家门店关门"));
    expect(found.slice(0, 2)).toEqual([
      ["warnings.typedNumber", "2026-001/zh.md", 6, "16"],
      ["warnings.typedNumber", "2026-001/zh.md", 6, "三十五件"],
    ]);
  });

  test("a missing file, a damaged evidence, a link to nowhere and a bad name are named", async () => {
    expect((await faultsOf("2026-001/evidence.json", () => null))[0]).toEqual([
      "warnings.noFile",
      "2026-001/evidence.json",
      undefined,
      undefined,
    ]);
    const damaged = await faultsOf("2026-001/evidence.json", (text) =>
      text.replace('"grain": "month"', '"grain": "day"'),
    );
    expect(damaged[0]?.slice(0, 2)).toEqual(["warnings.notOneOf", "2026-001/evidence.json"]);
    expect(damaged[0]?.[3]).toBe("day");
    const linked = await faultsOf("2026-005/warning.yaml", (text) =>
      text.replace("related: []", "related: [2026-999]"),
    );
    expect(linked).toEqual([["warnings.unknownId", "2026-005/warning.yaml", undefined, "2026-999"]]);
    const folder = await temporaryFolder();
    await cp(path.join(kept, "2026-001"), path.join(folder, "Für uns"), { recursive: true });
    await expect(readWarnings(folder)).rejects.toMatchObject({ key: "warnings.id" });
  });

  test("for the site neither a draft nor a correction in the making counts, whatever is wrong with them; a published text does", async () => {
    const draft = await changed("2026-005/zh.md", () => "三十五件\n");
    await expect(readWarnings(draft)).rejects.toMatchObject({ key: "warnings.typedNumber" });
    const ids = (await readWarnings(draft, { published: true })).map(({ id }) => id);
    expect(ids).toEqual(["2025-001", "2025-002", "2026-001", "2026-002", "2026-003", "2026-004"]);
    await step(draft, "2026-001", "correct", PEOPLE.author);
    await writeFile(path.join(draft, "2026-001/next/zh.md"), "三十五件\n");
    expect((await readWarnings(draft, { published: true })).map(({ id }) => id)).toEqual(ids);
    const published = await changed("2026-001/zh.md", (text) => text.replace("增多", "减少"));
    await expect(readWarnings(published, { published: true })).rejects.toMatchObject({ key: "warnings.changed" });
    // Whoever takes a published warning's history away does not make it a draft.
    const without = await changed("2026-001/history.jsonl", () => null);
    await expect(readWarnings(without, { published: true })).rejects.toMatchObject({ key: "warnings.historyStatus" });
  });

  test("an empty file and one of another encoding are named", async () => {
    for (const [file, key] of [
      ["2026-001/warning.yaml", "warnings.wrongForm"],
      ["2026-001/evidence.json", "warnings.wrongForm"],
      ["2026-001/zh.md", "warnings.leadMissing"],
      ["2026-001/history.jsonl", "warnings.historyStatus"],
    ] as const)
      expect((await faultsOf(file, () => ""))[0]?.slice(0, 2)).toEqual([key, file]);
    const folder = await changed("2026-001/zh.md", (text) => text);
    await writeFile(path.join(folder, "2026-001/zh.md"), iconv.encode("第一行\n近期投诉增多\n", "gb18030"));
    const found = (await inspectWarnings(folder)).flatMap(({ faults }) => faults);
    expect(found.map(({ key, place }) => [key, place.line])).toContainEqual(["warnings.encoding", 1]);
  });
});
