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
  cell: z.string().regex(/^category:[^|]*\|problem:[^|]*\|region:[^|]*$/),
  /** Names of the cell's parts at that time; null for a part that stands for all. */
  names: z.strictObject({ category: both.nullable(), problem: both.nullable(), region: both.nullable() }),
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
  detector: z.string().min(1),
  /** How expected number and range came about, in a sentence. */
  method: both,
  series: z.array(point).min(1),
});

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;
export type EvidencePoint = Evidence["series"][number];
