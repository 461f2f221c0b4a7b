import { literal } from "../duck/identifier.ts";
import { bandLabels } from "./bands.ts";
import {
  type Aggregate,
  type DateBasis,
  type Measure,
  type MeasureSource,
  type RemarkCode,
  SOURCES,
} from "./definition.ts";
import { UNKNOWN } from "./dimensions.ts";

/** A kind of entries of the ledger, with the unit in which it is counted; the item where items are told apart. */
export interface LedgerKind {
  readonly type: string;
  readonly measureUnit: string;
  readonly item: string | null;
}

/** A measure, or one part of a measure that is given by band or by kind of the ledger, with its population. */
export interface Instance {
  readonly measure: Measure;
  /** Name of the band, '' for those without a known amount, null where there are no bands. */
  readonly band: string | null;
  readonly kind: LedgerKind | null;
  readonly population: string;
}

/** The instances of measures, in order. `kinds` are those of the ledger. */
export function instancesOf(
  measures: readonly Measure[],
  edges: readonly number[],
  kinds: readonly LedgerKind[] = [],
): Instance[] {
  return measures.flatMap((measure): Instance[] => {
    const { population, split } = measure;
    if (split === null) return [{ measure, band: null, kind: null, population }];
    if (split === "band") {
      return [...bandLabels(edges), UNKNOWN].map((band) => {
        return { measure, band, kind: null, population: `${population} AND band = ${literal(band)}` };
      });
    }
    return kinds.flatMap((kind) => {
      if ((kind.item !== null) !== (split === "activity_item")) return [];
      const item = kind.item === null ? "" : ` AND item = ${literal(kind.item)}`;
      const same = `type = ${literal(kind.type)} AND measure_unit = ${literal(kind.measureUnit)}${item}`;
      return [{ measure, band: null, kind, population: `${population} AND ${same}` }];
    });
  });
}

/** A number that is taken from the records, and the column that holds it. */
export interface Column {
  readonly name: string;
  /** SQL of what a record adds to it; NULL where it adds nothing. */
  readonly value: string;
  /**
   * How the values of records give the number. Numbers of parts of a time add up, or the largest counts; of a median, all
   * values must be known, as a list or, of whole numbers of which each occurs often, a tally. A median gives the columns
   * `<name>`, the median, `<name>_n`, `<name>_low`, `<name>_high`.
   */
  readonly aggregate: "count" | "sum" | "max" | "list" | "tally";
  readonly source: MeasureSource;
  readonly basis: DateBasis;
  /** The records that it looks at. */
  readonly population: string;
}

/** Whether a column is a median. */
export const isMedian = ({ aggregate }: Column) => aggregate === "list" || aggregate === "tally";

/** The columns that the value of one instance is made of. */
export interface Parts {
  readonly instance: Instance;
  readonly numerator: Column;
  /** The numerator of the days one year before: mostly the same. */
  readonly numeratorBefore: Column;
  readonly denominator: Column | null;
  /** Records that the value rests on. */
  readonly n: Column;
  readonly remarks: readonly { readonly code: RemarkCode; readonly column: Column }[];
  /** Of sums of money: the largest amount, and the median that shows what stands out. */
  readonly largest: Column | null;
}

const both = (a: string, b: string | undefined) => (b === undefined ? a : `${a} AND (${b})`);

type Taking = Pick<Column, "value" | "aggregate">;
const when = (condition: string, value = "true") => `CASE WHEN ${condition} THEN ${value} END`;
const countOf = (condition: string): Taking => ({ aggregate: "count", value: when(condition) });

function takingOf({ measure: { unit }, population }: Instance, aggregate: Aggregate, before = false): Taking {
  if (aggregate.kind === "count") {
    const where = before ? (aggregate.whereYearBefore ?? aggregate.where) : aggregate.where;
    return countOf(both(population, where));
  }
  const value = when(population, aggregate.of);
  return { value, aggregate: aggregate.kind === "sum" ? "sum" : unit === "day" ? "tally" : "list" };
}

/** The records that a value rests on: those counted, those below the line of a share, or those with an amount. */
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
  const parts = instances.map((instance): Parts => {
    const { measure, population } = instance;
    const { basis, source, numerator, denominator, unit, weight } = measure;
    const column = ({ value, aggregate }: Taking): Column => {
      const key = `${source}\n${basis}\n${aggregate}\n${value}`;
      const found = columns.get(key) ?? { name: `c${columns.size}`, value, aggregate, source, basis, population };
      columns.set(key, found);
      return found;
    };
    const rest = restSql(instance);
    const undated = SOURCES[source] === SOURCES.activity ? {} : { [`${basis}_undated`]: `${basis}_undated` };
    return {
      instance,
      numerator: column(takingOf(instance, numerator)),
      numeratorBefore: column(takingOf(instance, numerator, true)),
      denominator: denominator && column(takingOf(instance, denominator)),
      n: column(weight === null ? countOf(rest) : { aggregate: "sum", value: when(population, weight) }),
      remarks: Object.entries({ ...undated, ...measure.remarks }).map(([code, sql]) => ({
        code: code as RemarkCode,
        column: column(countOf(both(rest, sql))),
      })),
      largest:
        unit === "money" && numerator.kind === "sum"
          ? column({ aggregate: "max", value: when(population, numerator.of) })
          : null,
    };
  });
  return { parts, columns: [...columns.values()] };
}
