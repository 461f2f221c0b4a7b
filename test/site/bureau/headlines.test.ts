import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/i18n/catalogue/index.ts";
import { measuresOf } from "../../../src/measures/registry.ts";
import { formatter } from "../../../src/site/format.ts";
import { type MeasureDefinition, measuresOf as measuresBy } from "../../../src/site/measures.ts";
import { HEADLINES, headlines } from "../../../src/site/pages/bureau/headlines.ts";
import type { MeasureRow } from "../../../src/site/pages/bureau/measure.ts";
import { QUALITY } from "../../../src/warehouse/quality.ts";

const row = (change: Partial<MeasureRow>): MeasureRow => ({
  measure: "received",
  period: "2026-05",
  group_key: null,
  value: "12.000000",
  numerator: null,
  denominator: null,
  n: "12",
  low: null,
  high: null,
  previous: "10.000000",
  change: 0.2,
  change_unit: "ratio",
  note: null,
  ...change,
});
const rate = (change: Partial<MeasureRow>) =>
  row({
    measure: "mediation_success_rate",
    value: "0.750000",
    numerator: "3.00",
    denominator: "4.00",
    n: "4",
    ...change,
  });
const format = formatter("en");
const definitions = measuresOf([...HEADLINES]).map(({ id, unit }) => ({ measure: id, name: id, unit }));
const measures = measuresBy(definitions as MeasureDefinition[], { format, currency: "CNY" });
const print = (rows: readonly MeasureRow[]) => headlines(rows, { locale: "en", format, measures });

describe("headline numbers", () => {
  test("stand in the order of a report, whatever the order of the rows", () => {
    const made = print([rate({}), row({ measure: "accepted" }), row({})]);
    expect(made.map(({ measure }) => measure)).toEqual(["received", "accepted", "mediation_success_rate"]);
  });

  test("a rate shows what it rests on and its interval", () => {
    const [made] = print([rate({ low: 0.3, high: 0.95 })]);
    expect(made?.value).toBe("75.0%");
    expect(made?.basis).toEqual(["3 of 4", "95% interval 30.0% to 95.0%"]);
  });

  test("a rate of too few tickets shows these, and says so", () => {
    const [made] = print([rate({ note: "small_n:30" })]);
    expect(made?.value).toBe("3 of 4");
    expect(made?.basis.at(-1)).toMatch(/^Fewer than 30/);
  });

  test("a rate of no ticket at all is none, not 0 of 0", () => {
    const [made] = print([rate({ value: null, numerator: "0.00", denominator: "0.00", n: "0", note: "small_n:30" })]);
    expect(made?.value).toBe("—");
    expect(made?.basis.join(" ")).not.toMatch(/0 of 0/);
  });

  test("a base of zero, or none, gives no change", () => {
    const [zero, none] = [row({ previous: "0.000000", change: null }), row({ previous: null, change: null })];
    expect(print([zero])[0]).toMatchObject({ change: null, sign: "", previous: "year before: 0" });
    expect(print([none])[0]).toMatchObject({ change: null, sign: "", previous: "no figure for the year before" });
  });

  test("a value that is not known is a dash, never 0", () => {
    expect(print([row({ measure: "amount_recovered", value: null, n: "0" })])[0]?.value).toBe("—");
  });

  test("an unchanged value has the sign of one", () => {
    expect(print([row({ change: 0, previous: "12.000000" })])[0]).toMatchObject({ sign: "=" });
  });
});

describe("what other parts define", () => {
  test("each headline is a measure of the registry", () => {
    expect(definitions.map(({ measure }) => measure).sort()).toEqual([...HEADLINES].sort());
  });

  test("each doubt about a ticket has a name on the data-quality page", () => {
    expect(Object.keys(QUALITY).filter((flag) => !(`site.flag.${flag}` in catalogue))).toEqual([]);
  });
});
