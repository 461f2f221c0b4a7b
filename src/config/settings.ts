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
