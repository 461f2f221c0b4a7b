import type { Settings } from "../config/settings.ts";
import { readTaxonomy, type Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import type { Locale } from "../i18n/define.ts";
import type { LawContext } from "../law/context.ts";
import type { Measure } from "./definition.ts";
import { checkDimensions, type Dimension } from "./dimensions.ts";
import { createFacts } from "./facts.ts";
import { DAYS } from "./interval.ts";
import { monthsOf, type Period, parsePeriod, windowOf } from "./period.ts";
import { reckon } from "./reckon.ts";
import { MEASURES, measuresOf } from "./registry.ts";
import { type MeasureRow, toRow, type ValueRow } from "./row.ts";
import type { Groupings } from "./scans.ts";
import type { MeasureBreak } from "./touched.ts";
import { createWindows } from "./windows.ts";

export type { MeasureRow };

export interface MeasureOptions {
  readonly period: Period | string;
  readonly by?: readonly Dimension[] | Dimension | null;
  /** Only tickets of this unit. */
  readonly unit?: string | null;
  readonly asOf: string;
  readonly settings: Pick<Settings, "bands" | "currency" | "language"> & Partial<Pick<Settings, "recovery">>;
  /** Ids of measures; all where left out. */
  readonly measures?: readonly string[];
  /** For `category_group`; the shipped one where left out. */
  readonly taxonomy?: Pick<Taxonomy, "categories">;
  /** By which limits are reckoned; as shipped where left out. */
  readonly law?: LawContext;
  /** Breaks of the series, from profiles and the bureau's register; none where left out. */
  readonly breaks?: readonly MeasureBreak[];
  /** Language of notes; that of the settings, else English. */
  readonly locale?: Locale;
}

/**
 * Computes measures of one period, of the whole or by dimensions, from the tables `ticket`, `report_outcome`,
 * `follow_up` and `activity`, which need not be writable. Rows come by group, then in the registry's order. Leaves temp tables `measure_…`.
 * @throws ForewarnError with exit 2 for a period, dimension, unit, measure or as-of date that there is not; it names what
 * would be right
 */
export async function measure(duck: Duck, options: MeasureOptions): Promise<MeasureRow[]> {
  const { settings } = options;
  const by = checkDimensions(options.by === null || options.by === undefined ? [] : [options.by].flat());
  const measures = measuresOf(options.measures ?? MEASURES.map(({ id }) => id));
  const groupings = [by.filter((dim) => dim !== "month")];
  const monthly = by.includes("month");
  await reckonPeriod(duck, { ...options, measures, groupings, monthly });
  const keys = groupings.flat().map((dim) => `"key_${dim}"`);
  const rows = await duck.rows<ValueRow>(
    `SELECT measure_value.*, period AS key_month, ${DAYS} FROM measure_value JOIN measure_period USING (period_id)
     ${monthly ? "WHERE covered OR previous_covered OR n > 0" : ""}
     ORDER BY ${[...keys.map((key) => `${key} = '', ${key}`), "period_id", "position"].join(", ")}`,
  );
  const locale = options.locale ?? settings.language ?? "en";
  const byId = new Map(measures.map((each) => [each.id, each]));
  return rows.map((row) => toRow(row, byId.get(row.measure) as Measure, { by, locale, currency: settings.currency }));
}

/** Creates `measure_value` and what it stands on, for measures of one period (or its months) grouped in some ways. */
export async function reckonPeriod(
  duck: Duck,
  options: Omit<MeasureOptions, "by" | "measures"> & {
    measures: readonly Measure[];
    groupings: Groupings;
    monthly?: boolean;
  },
): Promise<void> {
  const { asOf, settings, unit = null, measures, groupings, law, breaks = [] } = options;
  const period = typeof options.period === "string" ? parsePeriod(options.period) : options.period;
  const groups = groupings.flat().includes("category_group");
  const taxonomy = options.taxonomy ?? (groups ? await readTaxonomy() : { categories: [] });
  const inKind = settings.recovery?.inKind ?? "apart";
  await createFacts(duck, { asOf, bands: settings.bands, taxonomy, inKind, ...(law ? { law } : {}) });
  if (unit !== null) await checkUnit(duck, unit);
  const whole = windowOf(period, asOf);
  const windows = options.monthly ? monthsOf(period, asOf).map((month) => windowOf(month, asOf)) : [whole];
  await createWindows(duck, windows);
  await reckon(duck, { measures, bands: settings.bands, groupings, unit, breaks });
}

async function checkUnit(duck: Duck, unit: string): Promise<void> {
  const rows = await duck.rows<{ unit: string }>(
    "SELECT DISTINCT unit FROM measure_fact WHERE unit <> '' ORDER BY unit",
  );
  if (rows.some((row) => row.unit === unit)) return;
  const known = rows.map((row) => row.unit).join(", ");
  throw new ForewarnError("measures.error.unit", { value: unit, known }, { exitCode: EXIT.usage });
}
