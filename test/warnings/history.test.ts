import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendHistory, type NewHistoryEntry, nextEntry, readHistory } from "../../src/warnings/history.ts";
import { temporaryFolder } from "../support/folder.ts";

const step = (
  name: NewHistoryEntry["step"],
  from: NewHistoryEntry["from"],
  to: NewHistoryEntry["to"],
): NewHistoryEntry => ({
  step: name,
  from,
  to,
  at: "2026-06-17T09:00:00+08:00",
  who: "王样例（虚构）",
  why: "样例",
  content: "a".repeat(64),
});
const first = nextEntry(null, step("draft", null, "draft"));
const second = nextEntry(first, step("submit", "draft", "in_review"));
const third = nextEntry(second, step("approve", "in_review", "approved"));
const TEXT = [first, second, third].map((entry) => `${JSON.stringify(entry)}\n`).join("");

describe("the history of a warning", () => {
  test("a whole chain is read", () => {
    expect(readHistory(TEXT, "history.jsonl")).toEqual({ entries: [first, second, third], faults: [] });
  });

  test("any changed sign of any line is found", () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.constantFrom("0", "b", "甲", "x"), (at, sign) => {
        fc.pre(TEXT[at] !== "\n" && TEXT[at] !== sign);
        const changed = TEXT.slice(0, at) + sign + TEXT.slice(at + 1);
        const line = TEXT.slice(0, at).split("\n").length;
        const { faults } = readHistory(changed, "history.jsonl");
        expect(faults).toHaveLength(1);
        expect(faults[0]?.place.line).toBeLessThanOrEqual(line + 1);
      }),
    );
  });

  test("a line taken out, doubled or moved is found", () => {
    const [a = "", b = "", c = ""] = TEXT.trimEnd().split("\n");
    for (const lines of [
      [a, c],
      [b, c],
      [a, a, b, c],
      [b, a, c],
    ])
      expect(readHistory(lines.join("\n"), "history.jsonl").faults[0]?.key).toBe("warnings.historyBroken");
  });

  test("a step is added at the end, and not to a broken chain", async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, "history.jsonl");
    await appendHistory(folder, step("draft", null, "draft"));
    await appendHistory(folder, step("submit", "draft", "in_review"));
    const text = await readFile(file, "utf8");
    expect(text).toBe([first, second].map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    await writeFile(file, text.replace("样例", "改动"));
    await expect(appendHistory(folder, step("approve", "in_review", "approved"))).rejects.toMatchObject({
      key: "warnings.historyBroken",
    });
  });
});
