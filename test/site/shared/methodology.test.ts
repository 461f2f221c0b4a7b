import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openDuck } from "../../../src/duck/open.ts";
import { catalogue } from "../../../src/i18n/catalogue/index.ts";
import { LOCALES, type Locale } from "../../../src/i18n/define.ts";
import { translate } from "../../../src/i18n/translate.ts";
import { readLawContext } from "../../../src/law/context.ts";
import { DATE_BASES, type Measure } from "../../../src/measures/definition.ts";
import { MEASURES } from "../../../src/measures/registry.ts";
import { createDefinitions } from "../../../src/release/definitions.ts";
import { createLawMarts } from "../../../src/release/law-marts.ts";
import { openRelease, type Release } from "../../../src/release/read.ts";
import { methodologyPage } from "../../../src/site/pages/shared/methodology.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { siteContext } from "../../support/site.ts";

interface Part {
  name: string;
  text: string;
}
interface Values {
  limits: { rows: { name: string; limit: string; inForce: string; counts: string }[]; calendar: string | null } | null;
  withheld: boolean;
  measures: { id: string; name: string; note: string; assessed: boolean; parts: Part[]; formula: Part[] }[];
}

let halves: { bureau: Release; public: Release };
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-test-"));
  const made = await makeFixtureRelease(folder);
  halves = { bureau: await openRelease(made.bureau, "bureau"), public: await openRelease(made.public, "public") };
  return async () => {
    for (const half of Object.values(halves)) half.close();
    await rm(folder, { recursive: true, force: true });
  };
});

async function valuesOf(locale: Locale, release: Release): Promise<Values> {
  const context = siteContext(release, locale);
  const [page] = await methodologyPage(context);
  return page?.values as unknown as Values;
}

/** A release that holds every measure: the definitions of the registry. */
async function withAll<T>(use: (release: Release) => Promise<T>): Promise<T> {
  const duck = await openDuck();
  try {
    await createDefinitions(duck);
    await createLawMarts(duck, await readLawContext({ overlap: "regulation-2024", rollover: "holiday" }));
    return await use({ ...halves.bureau, rows: duck.rows, row: duck.row });
  } finally {
    duck.close();
  }
}

describe("the page of the methodology", () => {
  test.each(LOCALES)("in %s tells every measure of the registry, in its order, in words", async (locale) => {
    const { measures } = await withAll((release) => valuesOf(locale, release));
    expect(measures.map(({ id }) => id)).toEqual(MEASURES.map(({ id }) => id));
    for (const [i, measure] of (MEASURES as readonly Measure[]).entries()) {
      const told = measures[i];
      expect(told?.name).toBe(translate(locale, measure.name));
      expect(told?.note).toBe(translate(locale, measure.note));
      const [unit, basis, source, interval, smallest] = (told?.parts ?? []).map(({ text }) => text);
      // A word, not the code that stands for it.
      for (const text of [unit, basis, source, interval])
        expect(text).toMatch(locale === "zh" ? /\p{Script=Han}/u : /^[a-zA-Z]/);
      expect([unit, basis, source, interval]).not.toContain(measure.basis);
      expect(smallest === undefined).toBe(measure.smallestN === 0);
      if (smallest !== undefined) expect(smallest).toContain(String(measure.smallestN));
      expect(told?.formula.map(({ text }) => text)).toContain(measure.population);
      expect(told?.formula).toHaveLength(measure.denominator === null ? 3 : 4);
    }
  });

  test("every day by which a record belongs to a period has a name", () => {
    expect(Object.keys(catalogue)).toEqual(
      expect.arrayContaining(DATE_BASES.map((basis) => `measures.basis.${basis}`)),
    );
  });

  test("the limits of time are told with the rule that decides", async () => {
    const { limits } = await valuesOf("en", halves.bureau);
    const row = limits?.rows.find(({ name, limit }) => name.startsWith("Interim") && limit.startsWith("45"));
    expect(row).toMatchObject({
      limit: "45 working days",
      inForce: "1 January 2020 to 14 April 2026",
      counts: "1 January 2020 to 30 June 2024",
    });
    expect(limits?.calendar).toMatch(/known for 20\d\d–2026\./);
    const zh = await valuesOf("zh", halves.bureau);
    expect(zh.limits?.rows.map(({ limit }) => limit)).toContain("60日，鉴定时间不计入；末日为法定节假日的顺延");
    expect(zh.limits?.rows.map(({ limit }) => limit)).toContain("15个工作日，经批准可延长15个工作日");
  });

  test("the public one tells the measures of the public half, and of no unit", async () => {
    const values = await valuesOf("en", halves.public);
    const public_ = await halves.public.rows<{ measure: string }>(
      "SELECT DISTINCT measure FROM measure ORDER BY measure",
    );
    expect(values.measures.map(({ id }) => id).sort()).toEqual(public_.map(({ measure }) => measure));
    expect(values.limits).toBeNull();
    expect(values.withheld).toBe(true);
    expect(values.measures.some(({ assessed }) => assessed)).toBe(false);
    const bureau = await valuesOf("en", halves.bureau);
    expect(bureau.measures.some(({ assessed }) => assessed)).toBe(true);
  });
});
