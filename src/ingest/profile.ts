import { z } from "zod";
import { breakSchema } from "../config/breaks.ts";
import { RECORD_NAMES, RECORDS } from "../warehouse/records.ts";

const names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const captions = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

function regularExpression(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
const pattern = z.string().refine(regularExpression, { error: "not a regular expression" });

/** How one field is filled from a row. What the cell is read as follows from the field's type in the record. */
const fieldSchema = z
  .strictObject({
    /** Caption of the column, in the words of `header`; of several, the first that has a value counts. */
    from: captions.optional(),
    /** A fixed value for every row of the layout. */
    const: z.union([z.string(), z.boolean()]).optional(),
    /** Names a list in `values` that turns source words into codes. */
    values: z.string().optional(),
    /** Looks the words up in the house taxonomy or the bureau's regions. */
    lookup: z.enum(["category", "problem", "region"]).optional(),
    /** Cuts what the expression matches off the words before they are looked up, e.g. " - [A-Z0-9]+$". */
    strip: pattern.optional(),
    /** Where a cell holds a path such as 商品/食品/乳制品: what separates its steps. The last known step counts. */
    path: z.string().min(1).optional(),
    /** Where a cell holds several values: the signs that separate them. */
    split: z.string().min(1).optional(),
    /** For a yes-no field: true where the cell matches, false where it has another value; one expression for all its
     * columns, or one for each caption, of which any may match. */
    matches: z.union([pattern, z.record(z.string(), pattern)]).optional(),
    /** …but not where it matches this too. */
    unless: pattern.optional(),
    /** Amounts without a unit in caption or cell are in this unit. */
    unit: z.enum(["元", "万元", "亿元"]).optional(),
    /** A value that is not known is a fault of the row instead of being kept as source words. */
    strict: z.boolean().default(false),
    /** A row without a value is rejected. */
    required: z.boolean().default(false),
    /** Numbers that spreadsheets robbed of their leading zeros (postcodes, registration numbers): how many digits they have. */
    pad: z.int().min(2).max(20).optional(),
  })
  .refine((field) => (field.from === undefined) !== (field.const === undefined), {
    error: "needs exactly one of `from` and `const`",
  });

const layoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: names,
    record: z.enum(RECORD_NAMES),
    /** All captions of the layout in their order; what a file's header is compared with. */
    header: z.array(z.string()).min(2),
    /** The files have no header: the captions are given to their columns in order. Needs `looks`. */
    headerless: z.boolean().default(false),
    /** What the values of a column look like: caption to expression. It tells layouts with the same captions apart, and
     * those of files without any; an empty cell says nothing. */
    looks: z.record(z.string(), pattern).default({}),
    /** One record stands on several rows of a file, each of which tells a part of it: lists are united, an amount that is
     * repeated counts once, and amounts that differ are told as conflicting. */
    repeats: z.boolean().default(false),
    /** Formats of dates, where they are not those of the profile. */
    dates: z.array(z.string()).optional(),
    /** The native number's caption, or the captions whose content together identifies a row that has no number. */
    identity: z.union([
      z.strictObject({
        native: captions,
        also: z.array(z.string()).optional(),
        /** Captions of other numbers of the same ticket, as that of another channel: rows that share one are one ticket. */
        alias: z.array(z.string()).optional(),
      }),
      z.strictObject({ content: z.array(z.string()).min(1) }),
    ]),
    fields: z.record(z.string(), fieldSchema),
  })
  .superRefine((layout, context) => {
    const known = new Set(RECORDS[layout.record].map((field) => field.name));
    for (const name of Object.keys(layout.fields)) {
      if (!known.has(name)) {
        context.addIssue({ code: "custom", path: ["fields", name], message: `no field of a ${layout.record}` });
      }
    }
    const header = new Set(layout.header);
    const check = (caption: string, path: (string | number)[]) => {
      if (!header.has(caption)) context.addIssue({ code: "custom", path, message: `"${caption}" is not in header` });
    };
    for (const [name, field] of Object.entries(layout.fields)) {
      for (const caption of [field.from ?? []].flat()) check(caption, ["fields", name, "from"]);
    }
    const identity = layout.identity;
    const keys =
      "native" in identity ? [identity.native, identity.also ?? [], identity.alias ?? []].flat() : identity.content;
    for (const caption of keys) check(caption, ["identity"]);
    for (const caption of Object.keys(layout.looks)) check(caption, ["looks", caption]);
    if (layout.headerless && Object.keys(layout.looks).length === 0) {
      context.addIssue({ code: "custom", path: ["looks"], message: "a layout without a header is told by `looks`" });
    }
  });

/** A profile: how one system's exports become our records. Written by people, as YAML. */
export const profileSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Raised whenever the mapping changes. */
    version: z.int().positive(),
    title: names,
    /** Namespace of native numbers; profiles of the same system share it. */
    source: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .optional(),
    /** Other spellings of captions: caption of `header` to what else a file may call it. */
    synonyms: z.record(z.string(), z.array(z.string())).default({}),
    /** strptime formats of dates, tried in order; `excel` stands for the day numbers of spreadsheets. None where the
     * exports hold no date. */
    dates: z.array(z.string()).default([]),
    /** Cells that mean "no value". */
    missing: z.array(z.string()).default([]),
    /** First words of a totals row. */
    totals: z.array(z.string()).default([]),
    /** Lists of codes: list to code to source words. */
    values: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
    /** Known breaks of the series: from that day on, figures are not those of before. */
    breaks: z.array(breakSchema).default([]),
    layouts: z.array(layoutSchema).min(1),
  })
  .superRefine((profile, context) => {
    profile.layouts.forEach((layout, i) => {
      for (const [name, field] of Object.entries(layout.fields)) {
        if (field.values !== undefined && !(field.values in profile.values)) {
          context.addIssue({ code: "custom", path: ["layouts", i, "fields", name, "values"], message: "no such list" });
        }
      }
    });
    for (const [list, codes] of Object.entries(profile.values)) {
      const seen = new Map<string, string>();
      for (const [code, words] of Object.entries(codes)) {
        for (const word of words) {
          const other = seen.get(word);
          if (other !== undefined) {
            context.addIssue({
              code: "custom",
              path: ["values", list, code],
              message: `"${word}" stands under ${other} too`,
            });
          }
          seen.set(word, code);
        }
      }
    }
  });

export type Profile = z.infer<typeof profileSchema>;
export type Layout = Profile["layouts"][number];
export type FieldRule = Layout["fields"][string];
