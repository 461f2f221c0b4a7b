import { z } from "zod";

const date = z.iso.date();
const count = z.int().nonnegative();
const figure = z.number().nonnegative();
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const point = z.strictObject({
  period: z.string().min(1),
  from: date,
  to: date,
  /** People and their complaints; null where withheld. */
  observed: count.nullable(),
  complaints: count.nullable(),
  expected: figure.nullable(),
  low: figure.nullable(),
  high: figure.nullable(),
  complete: z.boolean(),
  withheld: z.boolean(),
});

/**
 * `warnings/<id>/evidence.json`: the figures that a warning rests on, frozen from one release. All numbers of its text
 * come from here. What is compared (observed, expected, low, high and the ratio) counts people: distinct complainants of
 * the period. `complaints` says how many complaints they lodged, and is compared with nothing.
 */
export const evidenceSchema = z.strictObject({
  schema: z.literal(1),
  release: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  asOf: date,
  /** As in the `series` mart: "category:S01|problem:P01|region:". */
  cell: z.string().regex(/^category:[^|]*\|problem:[^|]*\|region:[^|]*(\|business:[^|]+)?$/),
  /** The record of the hotspot that this was frozen from, and the digest of it in the release; null where it was made by hand. */
  hotspot: z
    .strictObject({ id: z.string().regex(/^[0-9a-f]{12}$/), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable()
    .default(null),
  /** Names of the cell's parts at that time; null for a part that stands for all. */
  names: z.strictObject({
    category: both.nullable(),
    problem: both.nullable(),
    region: both.nullable(),
    business: both.nullable().default(null),
  }),
  grain: z.enum(["week", "month"]),
  period: z.string().min(1),
  from: date,
  to: date,
  observed: count,
  complaints: count,
  expected: figure,
  /** Ends of the range that chance alone would usually keep to. */
  low: figure,
  high: figure,
  /** Observed over expected, shrunk and at its lower bound: "at least x times the usual". Null where not reckoned. */
  ratio_at_least: figure.nullable(),
  /** Measured: so strong a rise came up in fewer than one in `one_in` quiet periods. Null where that was not measured. */
  odds: z.strictObject({ one_in: z.int().positive(), quiet_periods: count }).nullable().default(null),
  /** How many cells were tested and flagged in the period, and how many of the flags chance may have given. */
  family: z.strictObject({ tested: count, flagged: count, by_chance: figure }).nullable().default(null),
  /** The part of the period's complaints that was in, 0 to 1; null where it is not known. */
  completeness: z.number().min(0).max(1).nullable().default(null),
  /** Changes of category, system or law that touch the series. */
  breaks: z.array(z.strictObject({ from: date, to: date.nullable(), ...both.shape })).default([]),
  detector: z.string().min(1),
  /** How expected number and range came about, in a sentence. */
  method: both,
  series: z.array(point).min(1),
});

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;
export type EvidencePoint = Evidence["series"][number];
