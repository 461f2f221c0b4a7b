import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import type { Release } from "../release/read.ts";
import type { Format } from "./format.ts";

/** What a value is: tickets, money of the bureau's currency, a ratio of 0 to 1, days, or a quantity of the ledger. */
export type MeasureUnit = "item" | "money" | "ratio" | "day" | "quantity";

/** One measure as the release defines it, in one language: a row of the mart `definition`. */
export interface MeasureDefinition {
  readonly measure: string;
  readonly name: string;
  readonly note: string;
  readonly unit: MeasureUnit;
  /** The unit of a quantity where all entries have one. */
  readonly measure_unit: string | null;
  readonly source: string;
  readonly basis: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly interval: string | null;
  readonly smallest_n: number;
  readonly rule_set: string;
  readonly better: string | null;
  readonly matures: boolean;
}

/** The measures of a release: what they are called, and how their values are printed. */
export interface Measures {
  /** In the order of the registry. */
  readonly all: readonly MeasureDefinition[];
  /** The measure's name; its id where the release does not define it. */
  name(measure: string): string;
  unit(measure: string): MeasureUnit;
  /** A value in full: money to the cent, a ratio as per cent. "—" for null. */
  print(measure: string, value: string | null): string;
  /** A value in a few signs, for a headline. */
  short(measure: string, value: string | null): string;
}

/** Reads the definitions of a half's measures. */
export async function readMeasures(
  release: Release,
  { locale, format }: { locale: Locale; format: Format },
): Promise<Measures> {
  const all = await release.rows<MeasureDefinition>(
    `SELECT measure, CASE WHEN $1 = 'zh' THEN zh ELSE en END AS name, CASE WHEN $1 = 'zh' THEN note_zh ELSE note_en END AS note, unit, measure_unit,
       source, basis, population, numerator, denominator, "interval", smallest_n, rule_set, better, matures
     FROM definition ORDER BY position`,
    [locale],
  );
  return measuresOf(all, { format, currency: release.manifest.bureau.currency });
}

/** Measures by their definitions. */
export function measuresOf(
  all: readonly MeasureDefinition[],
  { format, currency }: { format: Format; currency: string },
): Measures {
  const byId = new Map(all.map((definition) => [definition.measure, definition]));
  const unit = (measure: string): MeasureUnit => byId.get(measure)?.unit ?? "item";
  const print = (measure: string, value: string | null): string => {
    switch (unit(measure)) {
      case "ratio":
        return format.percent(value);
      case "money":
        return format.money(value, currency);
      case "day":
        return format.days(value);
      case "quantity":
        return format.number(value, 2);
      case "item":
        return format.number(value);
    }
  };
  return {
    all,
    name: (measure) => byId.get(measure)?.name ?? measure,
    unit,
    print,
    short: (measure, value) => (unit(measure) === "money" ? format.moneyShort(value, currency) : print(measure, value)),
  };
}

/**
 * Two numbers in the place of a rate that rests on too few tickets to be one: "3 of 7". Null where it is a rate, and where
 * there is not one ticket: nothing out of nothing is no figure.
 */
export function smallShare(
  row: { value: string | null; numerator: string | null; denominator: string | null; note: string | null },
  unit: MeasureUnit,
  { locale, format }: { locale: Locale; format: Format },
): string | null {
  const small = row.value === null || /\bsmall_n:/.test(row.note ?? "");
  if (unit !== "ratio" || !small || row.numerator === null || !Number(row.denominator)) return null;
  return translate(locale, "site.share", {
    numerator: format.number(row.numerator),
    denominator: format.number(row.denominator as string),
  });
}
