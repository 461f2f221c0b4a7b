import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HistoryEntry,
  historyText,
  type NewHistoryEntry,
  nextEntry,
  readHistory,
} from "../../src/warnings/history.ts";

const step = (
  name: NewHistoryEntry["step"],
  from: NewHistoryEntry["from"],
  to: NewHistoryEntry["to"],
  who = "王样例（虚构）",
): NewHistoryEntry => ({
  step: name,
  from,
  to,
  at: "2026-06-17T09:00:00+08:00",
  who,
  why: "样例",
  release: null,
  content: "a".repeat(64),
  state: "b".repeat(64),
});
const first = nextEntry(null, step("draft", null, "draft"));
const second = nextEntry(first, step("submit", "draft", "in_review"));
const third = nextEntry(second, step("review", "in_review", "in_review", "李样例（虚构）"));
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

  test("a step that is forbidden, a signature given twice and a step back in time are found, though each line follows the one before", () => {
    const key = (...entries: NewHistoryEntry[]) => {
      const chain: HistoryEntry[] = [];
      for (const entry of entries) chain.push(nextEntry(chain.at(-1) ?? null, entry));
      return readHistory(historyText(chain), "history.jsonl").faults.map((it) => [it.key, it.place.line]);
    };
    const draft = step("draft", null, "draft");
    const submit = step("submit", "draft", "in_review");
    const review = step("review", "in_review", "in_review", "李样例（虚构）");
    const approve = (who: string) => step("approve", "in_review", "approved", who);
    expect(key(draft, step("publish", "draft", "published"))).toEqual([["warnings.step.order", 2]]);
    expect(key(draft, { ...submit, to: "approved" })).toEqual([["warnings.step.order", 2]]);
    expect(key(draft, submit, { ...review, who: submit.who })).toEqual([["warnings.step.samePerson", 3]]);
    expect(key(draft, submit, approve("赵样例（虚构）"))).toEqual([["warnings.step.notReviewed", 3]]);
    expect(key(draft, submit, review, approve(review.who))).toEqual([["warnings.step.samePerson", 4]]);
    expect(key(draft, submit, review, { ...approve("赵样例（虚构）"), content: "c".repeat(64) })).toEqual([
      ["warnings.step.changed", 4],
    ]);
    expect(key(draft, { ...submit, at: "2026-06-17T08:59:59+08:00" })).toEqual([["warnings.step.earlier", 2]]);
    // The same moment in another zone is not earlier.
    expect(key(draft, { ...submit, at: "2026-06-17T01:00:00Z" })).toEqual([]);
    expect(key(draft, submit, review, approve("赵样例（虚构）"))).toEqual([]);
  });
});
