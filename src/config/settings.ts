import path from "node:path";
import { z } from "zod";
import { readYamlIfAny } from "./yaml.ts";

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { error: "not an IANA time zone such as Asia/Shanghai" },
);

const shareOfOne = z.number().min(0).max(1);

/**
 * The bureau's settings, `forewarn.yaml` in the data folder. All are optional; the defaults are those of a Chinese
 * county bureau.
 */
export const settingsSchema = z.strictObject({
  bureau: z
    .strictObject({
      zh: z.string().default("市场监督管理局"),
      en: z.string().default("Market Supervision Bureau"),
      /** The number that a reader is told to call. */
      hotline: z.string().default("12315"),
    })
    .prefault({}),
  /** Language of messages and the first language of the sites. */
  language: z.enum(["zh", "en"]).optional(),
  /** The zone that dates without a zone are meant in, and in which "today" is reckoned. */
  timeZone: timeZone.default("Asia/Shanghai"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("CNY"),
  site: z
    .strictObject({
      /** Where the public site will stand, for canonical links, e.g. https://warnings.example */
      origin: z.url().default("https://forewarn.example"),
      /** The licence under which the public data may be used: an address. None is claimed where left out. */
      license: z.url().optional(),
    })
    .prefault({}),
  /** Inner edges of the amount bands, half-open: [0,500) [500,5000) [5000,∞). */
  bands: z
    .array(z.int().positive())
    .min(1)
    .refine((edges) => edges.every((edge, i) => i === 0 || edge > (edges[i - 1] as number)), {
      error: "edges must rise",
    })
    .default([500, 5000]),
  recovery: z
    .strictObject({
      /** Replacement in kind: told apart from the money recovered, or counted with it at its stated value. */
      inKind: z.enum(["apart", "counted"]).default("apart"),
    })
    .prefault({}),
  law: z
    .strictObject({
      /** Whose limits count: those of Chinese law, or none. Where left out: Chinese law where the currency is CNY. */
      system: z.enum(["cn", "none"]).optional(),
      /** Which limits count from 2024-07-01 to 2026-04-14, when two rules stood: 60 days, or 45 working days. */
      overlap: z.enum(["regulation-2024", "samr-20"]).default("regulation-2024"),
      /** After what a limit in days moves to the next day: a holiday 法定节假日, or any day that is not worked. */
      rollover: z.enum(["holiday", "day_off"]).default("holiday"),
    })
    .prefault({}),
  assessment: z
    .strictObject({
      /**
       * Red, yellow and blue 红黄蓝 for shares of units, as many bureaus practise it: red below one share, blue from another on,
       * yellow between. Whether chance explains a share is told beside it. No colours where left out.
       */
      colours: z
        .strictObject({
          redBelow: shareOfOne.default(0.8),
          blueFrom: shareOfOne.default(0.9),
          /** Other bounds for single measures, by id. */
          measures: z.record(z.string(), z.strictObject({ redBelow: shareOfOne, blueFrom: shareOfOne })).default({}),
        })
        .refine(({ measures, ...all }) => [all, ...Object.values(measures)].every((it) => it.redBelow <= it.blueFrom), {
          error: "redBelow must not be above blueFrom",
        })
        .optional(),
    })
    .prefault({}),
  warnings: z
    .strictObject({
      /** Whether a warning may name a business, once the rule of complaints and the right of reply are met. */
      nameBusinesses: z.boolean().default(false),
      /** So many complaints in the period must stand behind a business that is named. */
      minimumBusinessTickets: z.int().min(10).default(10),
      /** So many days a business has to answer before it is named without an answer. */
      replyDays: z.int().min(1).default(10),
      /** A warning is looked at again after so many days, and runs out after so many, unless it says otherwise. */
      reviewDays: z.int().min(1).default(30),
      inForceDays: z.int().min(1).default(90),
      /** Who may do what, by name as it is printed. Anyone may where a list is left out. */
      people: z
        .strictObject({
          authors: z.array(z.string().trim().min(1)).optional(),
          reviewers: z.array(z.string().trim().min(1)).optional(),
          approvers: z.array(z.string().trim().min(1)).optional(),
        })
        .prefault({}),
    })
    .refine(({ reviewDays, inForceDays }) => reviewDays <= inForceDays, {
      error: "inForceDays must not be less than reviewDays",
    })
    .prefault({}),
  disclosure: z
    .strictObject({
      minimumTickets: z.int().min(2).default(5),
      minimumComplainants: z.int().min(2).default(3),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Reads a data folder's `forewarn.yaml`; the defaults where there is none. */
export async function readSettings(dataDirectory: string): Promise<Settings> {
  return readYamlIfAny(path.join(dataDirectory, "forewarn.yaml"), settingsSchema, settingsSchema.parse({}));
}
