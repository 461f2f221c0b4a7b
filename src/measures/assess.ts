import type { Duck } from "../duck/open.ts";
import { ASSESSED, type Colour, type ColourRule, createAssessment, type Position } from "./assessment.ts";
import { ratio } from "./decimal.ts";
import { type MeasureOptions, reckonPeriod } from "./measure.ts";

/** One unit's share beside what chance explains. */
export interface AssessedUnit {
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  /** A ratio with four decimals. */
  readonly value: string;
  /** The smallest and the largest numerator that is no rare outcome of the pooled share, at 95 % and at 99.8 %. */
  readonly within: readonly [string, string];
  readonly farWithin: readonly [string, string];
  readonly position: Position;
  readonly colour: Colour | null;
}

/** One measure of all units, against the pooled share of the whole bureau. */
export interface AssessedMeasure {
  readonly id: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The pooled share. */
  readonly value: string;
  /** How many of the units chance alone would put outside the 95 % limits, and how many are. */
  readonly expectedOutside: string;
  readonly outside: number;
  /** φ: 1 where the units differ as chance makes them differ; null for fewer than 5 units. */
  readonly dispersion: string | null;
  /** The lowest share first. */
  readonly units: readonly AssessedUnit[];
}

interface Row {
  measure: string;
  unit: string;
  k: string;
  n: string;
  pooled_top: string;
  pooled_bottom: string;
  least: string;
  most: string;
  far_least: string;
  far_most: string;
  position: Position;
  expected_outside: number;
  dispersion: number | null;
  colour: Colour | null;
}

const PLACES = 4;
const share = (top: string, bottom: string) => ratio(top, bottom, PLACES) as string;

function unitOf(row: Row): AssessedUnit {
  return {
    unit: row.unit,
    numerator: row.k,
    denominator: row.n,
    value: share(row.k, row.n),
    within: [row.least, row.most],
    farWithin: [row.far_least, row.far_most],
    position: row.position,
    colour: row.colour,
  };
}

/**
 * Assesses 考核 the units of one period: for each measure of which more is better, each unit's share against the
 * pooled share of the whole bureau with the limits of chance; see `createAssessment`. Measures without two units that have
 * cases are left out. Temp tables `measure_…` are left.
 * @throws ForewarnError with exit 2 for a period that there is not, or colours of a measure that is not assessed
 */
export async function assess(
  duck: Duck,
  options: Omit<MeasureOptions, "by" | "unit" | "measures"> & { colours?: ColourRule },
): Promise<AssessedMeasure[]> {
  await reckonPeriod(duck, { ...options, measures: ASSESSED, groupings: [[], ["unit"]] });
  await createAssessment(duck, { colours: options.colours });
  const rows = await duck.rows<Row>("SELECT * FROM measure_assessment ORDER BY measure, value, unit");
  return ASSESSED.flatMap(({ id }) => {
    const units = rows.filter((row) => row.measure === id);
    const [first] = units;
    if (first === undefined) return [];
    return {
      id,
      numerator: first.pooled_top,
      denominator: first.pooled_bottom,
      value: share(first.pooled_top, first.pooled_bottom),
      expectedOutside: first.expected_outside.toFixed(2),
      outside: units.filter(({ position }) => position !== "within").length,
      dispersion: first.dispersion === null ? null : first.dispersion.toFixed(2),
      units: units.map(unitOf),
    };
  });
}
