import { z } from "zod";

const date = z.iso.date();
const count = z.int().nonnegative();
const figure = z.number().nonnegative();
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * The record of one hotspot: all that is known of a rise, frozen from one release. Figures count people (distinct
 * complainants) except `complaints`. `low` to `high` is the range that holds 95 of 100 such periods in which nothing changed.
 */
export const hotspotEvidenceSchema = z.strictObject({
  schema: z.literal(1),
  /** Depends on cell, grain and period alone: the same rise has the same id in every release. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  release: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  asOf: date,
  cell: z.string().regex(/^category:[^|]*\|problem:[^|]*\|region:[^|]*(\|business:[^|]+)?(\|brand:[^|]+)?$/),
  /** Names of the cell's parts; null for a part that stands for all. */
  names: z.strictObject({
    business: both.nullable(),
    brand: both.nullable(),
    category: both.nullable(),
    problem: both.nullable(),
    region: both.nullable(),
  }),
  grain: z.enum(["week", "month"]),
  period: z.string().min(1),
  from: date,
  to: date,
  level: z.enum(["watch", "warning"]),
  /** Place in the list of the last complete period; null for earlier ones. */
  rank: z.int().positive().nullable(),
  observed: count,
  complaints: count,
  expected: figure,
  low: figure,
  high: figure,
  ratio: figure,
  /** Observed over expected, shrunk and at its lower bound: "at least x times the usual". */
  ratio_at_least: figure,
  /** Benjamini & Hochberg's q among all cells tested in the period. */
  q: figure,
  /** Measured, never the model's: so small a p came up in fewer than one in `one_in` of the bench's quiet periods. */
  odds: z.strictObject({ one_in: z.int().positive(), quiet_periods: count }).nullable(),
  /** How many cells were tested and flagged in the period, and how many of the flags chance may have given. */
  family: z.strictObject({ tested: count, flagged: count, by_chance: figure }),
  /** The part of the period's complaints that is in, 0 to 1. */
  completeness: figure,
  detector: z.strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    reason: both,
    /** Past years that it looked at. */
    years: count,
    /** Variance over mean of what was expected. */
    dispersion: figure,
  }),
  /** Breaks of the series that touch the cell. */
  breaks: z.array(
    z.strictObject({
      from: date,
      to: date.nullable(),
      what: z.string().min(1),
      effect: z.enum(["break", "exclude", "flag", "note"]),
      zh: z.string().min(1),
      en: z.string().min(1),
    }),
  ),
  /** What carries the rise, by the dimensions that the cell leaves open; `part` is its share of the rise. */
  contributors: z.array(
    z.strictObject({
      dim: z.string().min(1),
      key: z.string().min(1),
      name: both,
      observed: count,
      usual: figure,
      part: z.number(),
    }),
  ),
  /** The same for a reader. */
  sentence: both,
  series: z
    .array(
      z.strictObject({
        period: z.string().min(1),
        from: date,
        to: date,
        observed: count,
        complaints: count,
        expected: figure.nullable(),
        low: figure.nullable(),
        high: figure.nullable(),
        complete: z.boolean(),
      }),
    )
    .min(1),
});

export type HotspotEvidence = z.infer<typeof hotspotEvidenceSchema>;
