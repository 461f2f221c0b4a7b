import { literal } from "../duck/identifier.ts";
import { bandLabels } from "./bands.ts";
import type { Aggregate, DateBasis, Measure, RemarkCode } from "./definition.ts";
import { UNKNOWN } from "./dimensions.ts";

/** A measure, or one band of a measure that is given by band, with its population. */
export interface Instance {
  readonly measure: Measure;
  /** Name of the band, '' for those without a known amount, null where there are no bands. */
  readonly band: string | null;
  readonly population: string;
}

/** The instances of measures, in order. */
export function instancesOf(measures: readonly Measure[], edges: readonly number[]): Instance[] {
  return measures.flatMap((measure): Instance[] => {
    if (!measure.bands) return [{ measure, band: null, population: measure.population }];
    return [...bandLabels(edges), UNKNOWN].map((band) => {
      return { measure, band, population: `${measure.population} AND band = ${literal(band)}` };
    });
  });
}

/** A number that is taken from the tickets, and the column that holds it. */
export interface Column {
  readonly name: string;
  readonly sql: string;
  readonly basis: DateBasis;
  /** The tickets that it looks at. */
  readonly population: string;
  /** Whether the numbers of parts of a time add up to the number of the time. */
  readonly additive: boolean;
}

/** The columns that the value of one instance is made of. */
export interface Parts {
  readonly instance: Instance;
  readonly numerator: Column;
  /** The numerator of the days one year before: mostly the same. */
  readonly numeratorBefore: Column;
  readonly denominator: Column | null;
  /** Tickets that the value rests on. */
  readonly n: Column;
  readonly remarks: readonly { readonly code: RemarkCode; readonly column: Column }[];
}

const filter = (expression: string, condition: string) => `${expression} FILTER (WHERE ${condition})`;
const both = (a: string, b: string | undefined) => (b === undefined ? a : `${a} AND (${b})`);

function aggregateSql(aggregate: Aggregate, population: string, before = false): string {
  if (aggregate.kind === "count") {
    const where = before ? (aggregate.whereYearBefore ?? aggregate.where) : aggregate.where;
    return filter("count(*)", both(population, where));
  }
  const { of, kind } = aggregate;
  if (kind === "sum") return filter(`sum(${of})`, population);
  // The mean of the two middle values, or the middle one twice: exact in decimals, as DuckDB's own median is not.
  const low = filter(`quantile_disc(${of}, 0.5)`, population);
  const high = filter(`quantile_disc(-${of}, 0.5)`, population);
  return `(${low} - ${high})::DECIMAL(18,2) * 0.5::DECIMAL(2,1)`;
}

/** The tickets that a value rests on: those counted, those below the line of a share, or those with an amount. */
export function restSql({ measure: { numerator, denominator }, population }: Instance): string {
  if (denominator !== null) return both(population, denominator.kind === "count" ? denominator.where : undefined);
  if (numerator.kind === "count") return both(population, numerator.where);
  return both(population, `${numerator.of} IS NOT NULL`);
}

/** Plans the columns of instances; a number that several need is taken once. */
export function planColumns(instances: readonly Instance[]): {
  parts: readonly Parts[];
  columns: readonly Column[];
} {
  const columns = new Map<string, Column>();
  const column = (basis: DateBasis, sql: string, population: string, additive = true): Column => {
    const key = `${basis}\n${sql}`;
    const found = columns.get(key) ?? { name: `c${columns.size}`, sql, basis, population, additive };
    columns.set(key, found);
    return found;
  };
  const parts = instances.map((instance): Parts => {
    const { measure, population } = instance;
    const { basis, numerator, denominator } = measure;
    const rest = restSql(instance);
    const remarks = Object.entries({ [`${basis}_undated`]: `${basis}_undated`, ...measure.remarks });
    return {
      instance,
      numerator: column(basis, aggregateSql(numerator, population), population, numerator.kind !== "median"),
      numeratorBefore: column(
        basis,
        aggregateSql(numerator, population, true),
        population,
        numerator.kind !== "median",
      ),
      denominator: denominator && column(basis, aggregateSql(denominator, population), population),
      n: column(basis, filter("count(*)", rest), population),
      remarks: remarks.map(([code, sql]) => ({
        code: code as RemarkCode,
        column: column(basis, filter("count(*)", both(rest, sql)), population),
      })),
    };
  });
  return { parts, columns: [...columns.values()] };
}
