import type { z } from "zod";
import { LOCALES } from "../../i18n/define.ts";
import { languageTag, translate } from "../../i18n/translate.ts";
import {
  API_SCHEMAS,
  type ApiIndex,
  type ApiSchemaName,
  type ApiWarning,
  type ApiWarnings,
  apiSchemaFiles,
} from "./api-schemas.ts";
import { detailed, listed } from "./api-warning.ts";
import { capMessages } from "./cap-messages.ts";
import type { MachineContext } from "./context.ts";
import { jsonText } from "./json.ts";
import { PATHS, urlOf } from "./urls.ts";

/** What every file says of itself. */
function metaOf(context: MachineContext): ApiIndex["meta"] {
  const { bureau, license, release, asOf, period, day } = context;
  return {
    disclaimer: { zh: translate("zh", "machine.disclaimer"), en: translate("en", "machine.disclaimer") },
    bureau: { zh: bureau.zh, en: bureau.en, hotline: bureau.hotline },
    license,
    release,
    as_of: asOf,
    period: { from: period.from, to: period.to },
    generated_for: day,
  };
}

const schemaUrl = (name: ApiSchemaName, context: MachineContext): string => urlOf(context, PATHS.schema(name));

/** The text of a file, after its schema has passed it. */
const checked = <N extends ApiSchemaName>(name: N, value: z.infer<(typeof API_SCHEMAS)[N]>): string =>
  jsonText(API_SCHEMAS[name].parse(value));

function indexFile(context: MachineContext): string {
  const feed = (locale: (typeof LOCALES)[number], category: MachineContext["categories"][number] | null) => ({
    language: languageTag(locale),
    category: category && { code: category.code, name: category[locale] },
    atom: urlOf(context, PATHS.feed(locale, category?.code ?? null, "xml")),
    json: urlOf(context, PATHS.feed(locale, category?.code ?? null, "json")),
  });
  const value: ApiIndex = {
    $schema: schemaUrl("index", context),
    meta: metaOf(context),
    warnings: urlOf(context, PATHS.warnings),
    schemas: {
      index: schemaUrl("index", context),
      warning: schemaUrl("warning", context),
      warnings: schemaUrl("warnings", context),
    },
    feeds: LOCALES.flatMap((locale) => [null, ...context.categories].map((category) => feed(locale, category))),
  };
  return checked("index", value);
}

function warningsFile(context: MachineContext): string {
  const value: ApiWarnings = {
    $schema: schemaUrl("warnings", context),
    meta: { ...metaOf(context), count: context.warnings.length },
    warnings: context.warnings.map((warning) => listed(warning, context)),
  };
  return checked("warnings", value);
}

/**
 * The API: plain files that nothing can throttle, each checked with the schema that is published beside them. Path below the
 * root → text.
 * @throws ZodError where a file would not fit its schema: a fault of this program
 */
export function apiFiles(context: MachineContext): Map<string, string> {
  const messages = capMessages(context);
  const files = new Map<string, string>([
    [PATHS.index, indexFile(context)],
    [PATHS.warnings, warningsFile(context)],
  ]);
  for (const warning of context.warnings) {
    const value: ApiWarning = {
      $schema: schemaUrl("warning", context),
      meta: metaOf(context),
      ...detailed(warning, messages.get(warning.id)?.length ?? 0, context),
    };
    files.set(PATHS.warning(warning.id), checked("warning", value));
  }
  for (const [file, text] of apiSchemaFiles(context)) files.set(file, text);
  return files;
}
