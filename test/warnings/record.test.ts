import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseLocated } from "../../src/warnings/located.ts";
import { numberParts, recordSchema, type WarningRecord } from "../../src/warnings/record.ts";

const RECORD: WarningRecord = {
  schema: 1,
  number: "消费警示〔2026〕第12号",
  kind: "warning",
  risk: "medium",
  status: "published",
  title: { zh: "题", en: null },
  scope: { category: null, problem: null, region: null },
  business: null,
  issuer: { zh: "虚构局", en: "Invented Bureau" },
  signatures: { author: "甲样例", reviewer: "乙样例", approver: "丙样例" },
  issued: "2026-06-17",
  updated: null,
  reviewBy: "2026-07-17",
  expires: "2026-09-17",
  related: [],
  reason: null,
  supersededBy: null,
  corrections: [],
};
const read = (change: object) => parseLocated(stringify({ ...RECORD, ...change }), "warning.yaml", recordSchema);
const faults = (change: object) => read(change).faults.map((it) => [it.key, it.place.column]);

describe("warning.yaml", () => {
  test("a whole record is read", () => {
    expect(read({}).value).toEqual(RECORD);
    expect(numberParts(RECORD.number)).toEqual({ year: "2026", serial: "12" });
  });

  test.each([
    ["a number of another form", { number: "警示1号" }, ["warnings.wrongForm", "number"]],
    ["a number with a leading zero", { number: "消费警示〔2026〕第01号" }, ["warnings.wrongForm", "number"]],
    ["a number of another kind", { number: "消费提示〔2026〕第1号" }, ["warnings.numberKind", "number"]],
    ["a risk that does not exist", { risk: "grave" }, ["warnings.notOneOf", "risk"]],
    ["a date that does not exist", { issued: "2026-02-30" }, ["warnings.notADate", "issued"]],
    ["an end before the beginning", { expires: "2026-06-01" }, ["warnings.dateOrder", "expires"]],
    [
      "one person in two roles",
      { signatures: { author: "甲样例", reviewer: "甲样例", approver: "丙样例" } },
      ["warnings.samePerson", "signatures.reviewer"],
    ],
    [
      "a signature that is missing",
      { signatures: { author: "甲样例", reviewer: "乙样例", approver: null } },
      ["warnings.needed", "signatures.approver"],
    ],
    ["no number", { number: null }, ["warnings.needed", "number"]],
    ["a withdrawal without reason", { status: "withdrawn", updated: "2026-06-20" }, ["warnings.needed", "reason"]],
    [
      "a successor that is not named",
      { status: "superseded", updated: "2026-06-20" },
      ["warnings.needed", "supersededBy"],
    ],
    [
      "a correction that is not told",
      { status: "corrected", updated: "2026-06-20" },
      ["warnings.needed", "corrections"],
    ],
    ["an id that would leave the folder", { related: ["../x"] }, ["warnings.wrongForm", "related.0"]],
    ["a title that is empty", { title: { zh: " ", en: null } }, ["warnings.empty", "title.zh"]],
  ])("%s is refused", (_name, change, fault) => {
    expect(faults(change)).toContainEqual(fault);
  });

  test("a draft may lack what a published warning must have", () => {
    const signatures = { author: "甲样例", reviewer: null, approver: null };
    expect(faults({ status: "draft", number: null, issued: null, reviewBy: null, expires: null, signatures })).toEqual(
      [],
    );
  });

  test("every fault says where it is, in both languages", () => {
    const text = stringify(RECORD).replace("risk: medium", "risk: grave").replace("schema: 1", "schema: 1\nowner: x");
    const found = parseLocated(text, "w/warning.yaml", recordSchema).faults;
    expect(found.map((it) => it.explain("en"))).toEqual([
      'w/warning.yaml:5 risk "grave": The field risk must be one of: serious, high, medium, low, not_given.',
      "w/warning.yaml:2: There is no field named owner.",
    ]);
    expect(found[0]?.explain("zh")).toContain("字段“risk”只能是");
  });

  test("text that is no YAML, a bomb of aliases, and a missing field are told", () => {
    const keys = (text: string) => parseLocated(text, "warning.yaml", recordSchema).faults.map((it) => it.key);
    expect(keys("a: [1")).toEqual(["warnings.notYaml"]);
    expect(keys("a: 1\na: 2")).toEqual(["warnings.notYaml"]);
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...[..."bcdefg"].map((name, i) => `${name}: &${name} [${`*${"abcdef"[i]},`.repeat(9)}]`),
    ];
    expect(keys(bomb.join("\n"))).toEqual(["warnings.notYaml"]);
    expect(keys(stringify({ ...RECORD, risk: undefined }))).toEqual(["warnings.missing"]);
  });
});
