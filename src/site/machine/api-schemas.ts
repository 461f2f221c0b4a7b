import { z } from "zod";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { translate } from "../../i18n/translate.ts";
import { ID, KINDS, PUBLIC_STATUSES, RISKS } from "../../warnings/record.ts";
import { STAGES, STEPS } from "../../warnings/stages.ts";
import type { MachineContext } from "./context.ts";
import { jsonText } from "./json.ts";
import { PATHS, urlOf } from "./urls.ts";

/** A field with a sentence in both languages, which the published schema carries as its description. */
function field<T extends z.ZodType>(name: string, type: T): T {
  const key = `machine.field.${name}` as MessageKey;
  return type.meta({ description: `${translate("en", key)} ${translate("zh", key)}` });
}

/** A form that several fields have: the published schema tells it once. */
const form = <T extends z.ZodType>(id: string, type: T): T => type.meta({ id });

const date = form("date", z.iso.date());
const time = form("time", z.iso.datetime({ offset: true }));
const sha256 = form("sha256", z.string().regex(/^[0-9a-f]{64}$/));
const both = form("both", z.strictObject({ zh: z.string(), en: z.string() }));
/** English is null where nobody has translated it. */
const told = form("told", z.strictObject({ zh: z.string(), en: z.string().nullable() }));
const pages = form("pages", z.strictObject({ zh: z.url(), en: z.url() }));
const count = z.int().nonnegative();
const figure = z.number().nonnegative();

const meta = {
  disclaimer: field("disclaimer", both),
  bureau: field("bureau", z.strictObject({ zh: z.string(), en: z.string(), hotline: z.string() })),
  license: field("license", z.url().nullable()),
  release: field("release", z.string()),
  as_of: field("as_of", date),
  period: field("covered", z.strictObject({ from: date, to: date })),
  generated_for: field("generated_for", date),
} as const;

/** What a warning is, in the list and in its own file. */
const identity = {
  id: field("id", z.string().regex(ID)),
  number: field("number", z.string().nullable()),
  kind: field("kind", z.enum(KINDS)),
  risk: field("risk", z.enum(RISKS)),
  status: field("status", z.enum(PUBLIC_STATUSES)),
  title: field("title", told),
  scope: field(
    "scope",
    z.strictObject({
      category: z.string().nullable(),
      problem: z.string().nullable(),
      region: z.string().nullable(),
    }),
  ),
  issued: field("issued", date.nullable()),
  updated: field("updated", date.nullable()),
  expires: field("expires", date.nullable()),
} as const;

const blocks = form(
  "blocks",
  z.array(
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("paragraph"), text: z.string() }),
      z.strictObject({ type: z.literal("list"), items: z.array(z.string()) }),
    ]),
  ),
);
const sections = form(
  "sections",
  z.strictObject({
    lead: blocks,
    happens: blocks,
    recognise: blocks,
    advice: blocks,
    contact: blocks,
    law: blocks,
  }),
);

const point = z.strictObject({
  period: z.string(),
  from: date,
  to: date,
  observed: count.nullable(),
  complaints: count.nullable(),
  expected: figure.nullable(),
  low: figure.nullable(),
  high: figure.nullable(),
  complete: field("complete", z.boolean()),
  withheld: field("withheld", z.boolean()),
});

const evidence = z.strictObject({
  release: field("evidence_release", z.string()),
  as_of: field("as_of", date),
  cell: field("cell", z.string()),
  hotspot: field("hotspot", z.strictObject({ id: z.string(), sha256 }).nullable()),
  names: field(
    "names",
    z.strictObject({
      category: both.nullable(),
      problem: both.nullable(),
      region: both.nullable(),
      business: both.nullable(),
    }),
  ),
  grain: z.enum(["week", "month"]),
  period: z.string(),
  from: date,
  to: date,
  observed: field("observed", count),
  complaints: field("complaints", count),
  expected: field("expected", figure),
  low: field("low", figure),
  high: field("high", figure),
  ratio_at_least: field("ratio_at_least", figure.nullable()),
  odds: field("odds", z.strictObject({ one_in: z.int().positive(), quiet_periods: count }).nullable()),
  family: field("family", z.strictObject({ tested: count, flagged: count, by_chance: figure }).nullable()),
  completeness: field("completeness", z.number().min(0).max(1).nullable()),
  breaks: field("breaks", z.array(z.strictObject({ from: date, to: date.nullable(), zh: z.string(), en: z.string() }))),
  detector: field("detector", z.string()),
  method: field("method", both),
  series: field("series", z.array(point)),
});

const signatures = { author: z.string(), reviewer: z.string(), approver: z.string() } as const;

/** `api/v1/warnings/<id>.json`. */
export const apiWarning = z.strictObject({
  $schema: z.url(),
  meta: z.strictObject(meta),
  ...identity,
  review_by: field("review_by", date.nullable()),
  business: field("business", z.strictObject({ name: z.string(), statement: told.nullable() }).nullable()),
  issuer: field("issuer", both),
  sign_off: field("sign_off", z.strictObject(signatures)),
  text: field("text", z.strictObject({ zh: sections, en: sections.nullable() })),
  evidence,
  corrections: field("corrections", z.array(z.strictObject({ date, ...told.shape, ...signatures }))),
  reason: field("reason", told.nullable()),
  successor: field("successor", z.string().nullable()),
  related: field("related", z.array(z.string())),
  links: z.strictObject({
    page: pages,
    cap: field("cap", z.url()),
    cap_messages: field("cap_messages", z.array(z.url())),
  }),
  history: field(
    "history",
    z.array(z.strictObject({ step: z.enum(STEPS), to: z.enum(STAGES), at: time, who: z.string(), hash: sha256 })),
  ),
  head: field("head", sha256),
});
export type ApiWarning = z.infer<typeof apiWarning>;

/** `api/v1/warnings.json`. */
export const apiWarnings = z.strictObject({
  $schema: z.url(),
  meta: z.strictObject({ ...meta, count: field("count", count) }),
  warnings: z.array(
    z.strictObject({
      ...identity,
      modified_at: field("modified_at", time),
      links: z.strictObject({ page: pages, api: field("api", z.url()), cap: field("cap", z.url()) }),
    }),
  ),
});
export type ApiWarnings = z.infer<typeof apiWarnings>;

/** `api/v1/index.json`. */
export const apiIndex = z.strictObject({
  $schema: z.url(),
  meta: z.strictObject(meta),
  warnings: field("list", z.url()),
  schemas: field("schemas", z.strictObject({ index: z.url(), warning: z.url(), warnings: z.url() })),
  feeds: field(
    "feeds",
    z.array(
      z.strictObject({
        language: z.enum(["zh-CN", "en-GB"]),
        category: field("feed_category", z.strictObject({ code: z.string(), name: z.string() }).nullable()),
        atom: z.url(),
        json: z.url(),
      }),
    ),
  ),
});
export type ApiIndex = z.infer<typeof apiIndex>;

export const API_SCHEMAS = { index: apiIndex, warning: apiWarning, warnings: apiWarnings } as const;
export type ApiSchemaName = keyof typeof API_SCHEMAS;

/** The JSON Schemas (2020-12) of the API, made from what its files are checked with: path below the root → text. */
export const apiSchemaFiles = (context: Pick<MachineContext, "origin">): Map<string, string> =>
  new Map(
    (Object.keys(API_SCHEMAS) as ApiSchemaName[]).map((name) => {
      const { $schema, ...rest } = z.toJSONSchema(API_SCHEMAS[name]);
      const file = PATHS.schema(name);
      return [file, jsonText({ $schema, $id: urlOf(context, file), ...rest })];
    }),
  );
