import { z } from "zod";
import { manifestSchema } from "./manifest.ts";

const { release, asOf, period, disclosure, methods, tickets } = manifestSchema.shape;

/** What stands at the head of a table as JSON: what it is, and where it is from. */
export const tableMetaSchema = z.strictObject({
  release,
  asOf,
  period,
  issuer: z.string(),
  issuerEn: z.string(),
  currency: z.string(),
  disclosure,
  methods,
  tickets,
  rows: z.int().nonnegative().describe("How many rows follow: the file is whole where it has as many."),
});

/** A table of the public half as JSON; published as JSON Schema, so that others can check what they have read. */
export const tableSchema = z.strictObject({
  meta: tableMetaSchema,
  columns: z.array(z.string()).describe("Names of the columns, in the order of the cells of a row."),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .describe("Decimals and dates are text; what is withheld or not known is null."),
});
