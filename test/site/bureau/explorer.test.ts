import { Bool, Float64, Int32, Table, Utf8, vectorFromArray } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/i18n/define.ts";
import { openRelease } from "../../../src/release/read.ts";
import { readSeries } from "../../../src/site/client/explorer/series.ts";
import type { ExplorerTexts } from "../../../src/site/client/explorer/texts.ts";
import { values } from "../../../src/site/client/explorer/values.ts";
import { formatter } from "../../../src/site/format.ts";
import { type MeasureDefinition, measuresOf, readMeasures } from "../../../src/site/measures.ts";
import { explorer } from "../../../src/site/pages/bureau/explorer.ts";
import { readNames } from "../../../src/site/pages/bureau/names.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { temporaryFolder } from "../../support/folder.ts";

type Row = [measure: string, group: string, month: string, value: number | null, complete: boolean];

function table(rows: readonly Row[]): Table {
  const column = <T>(index: number) => rows.map((row) => row[index] as T);
  return new Table({
    measure: vectorFromArray(column<string>(0), new Utf8()),
    dim: vectorFromArray(
      rows.map(([, group]) => (group ? "unit" : "")),
      new Utf8(),
    ),
    group: vectorFromArray(column<string>(1), new Utf8()),
    month: vectorFromArray(column<string>(2), new Utf8()),
    value: vectorFromArray(column<number | null>(3), new Float64()),
    previous: vectorFromArray(
      rows.map((): number | null => null),
      new Float64(),
    ),
    n: vectorFromArray(
      rows.map(() => 1),
      new Int32(),
    ),
    complete: vectorFromArray(column<boolean>(4), new Bool()),
  });
}

describe("the series of a choice", () => {
  const data = table([
    ["received", "", "2025-01", 9, true],
    ["received", "", "2025-02", 8, true],
    ["received", "", "2026-01", 7, true],
    ["received", "", "2026-02", 3, false],
    ["received", "甲", "2025-01", 4, true],
    ["received", "甲", "2026-02", 2, false],
  ]);
  const points = (counts: boolean) =>
    readSeries(data, { measure: "received", dim: "unit", group: "甲" }, counts).map(({ from, value, previous }) => [
      from,
      value,
      previous,
    ]);

  test("a month without tickets of a group counts 0, and compares with the year before", () => {
    expect(points(true)).toEqual([
      ["2025-01-01", 4, null],
      ["2025-02-01", 0, null],
      ["2026-01-01", 0, 4],
      ["2026-02-01", 2, null],
    ]);
  });

  test("but no rate and no amount is known of it", () => {
    expect(points(false)).toEqual([
      ["2025-01-01", 4, null],
      ["2025-02-01", null, null],
      ["2026-01-01", null, 4],
      ["2026-02-01", 2, null],
    ]);
  });

  test("a choice without any row is empty", () => {
    expect(readSeries(data, { measure: "accepted", dim: "", group: "" }, true)).toEqual([]);
  });
});

async function textsOf(locale: Locale): Promise<ExplorerTexts> {
  const halves = await makeFixtureRelease(await temporaryFolder());
  const release = await openRelease(halves.bureau, "bureau");
  try {
    const measures = await readMeasures(release, { locale, format: formatter(locale) });
    const made = await explorer(release, { locale, names: await readNames(release, locale), measures });
    return JSON.parse(made?.texts.text ?? "") as ExplorerTexts;
  } finally {
    release.close();
  }
}

test.each(LOCALES)("the browser prints values in %s as the page does", async (locale) => {
  const texts = await textsOf(locale);
  const format = formatter(locale);
  const defined = texts.measures.map(({ id, ...rest }) => ({ measure: id, ...rest }));
  const printed = measuresOf(defined as MeasureDefinition[], { format, currency: texts.currency });
  const samples: [string, number, number][] = [
    ["received", 1234, 1000],
    ["received", 1000, 1234],
    ["received", 5, 5],
    ["mediation_success_rate", 0.7636, 0.824],
    ["amount_recovered", 165456.5, 140406.5],
  ];
  for (const [id, value, before] of samples) {
    const measure = texts.measures.find((it) => it.id === id);
    if (!measure) throw new Error(id);
    const browser = values(texts, measure);
    expect(browser.print(value)).toBe(printed.print(id, String(value)));
    const rate = measure.unit === "ratio";
    const change = rate ? value - before : (value - before) / before;
    expect(browser.change(value, before)).toBe(format.change(change, rate ? "points" : "ratio"));
  }
  const received = texts.measures.find(({ id }) => id === "received");
  expect(received && values(texts, received).change(3, 0)).toBe("—");
  expect(texts.dimensions.map(({ id }) => id)).toEqual(["unit", "category", "problem", "region", "channel"]);
});
