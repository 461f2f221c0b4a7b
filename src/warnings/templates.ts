import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml } from "../config/yaml.ts";
import { readIfAny } from "../files/read.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { headingOf, type Section } from "./text.ts";

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
type Both = z.infer<typeof both>;
const lists = {
  happens: z.array(both),
  recognise: z.array(both),
  advice: z.array(both),
  law: z.array(both).default([]),
};
const codes = z.array(z.string().min(1));

const templatesSchema = z.strictObject({
  contact: both,
  problems: z
    .array(
      z.strictObject({
        id: z.string(),
        codes,
        title: both,
        lead: both,
        act: both,
        ...lists,
        contact: both.optional(),
      }),
    )
    .refine((all) => all.some((problem) => problem.codes.length === 0), { error: "none fits everything" }),
  trades: z.array(z.strictObject({ id: z.string(), codes, ...lists })),
});

/** The texts from which warnings are drafted, by kind of problem and by trade. */
export type WarningTemplates = Readonly<z.infer<typeof templatesSchema>>;

/** Title and texts of a draft, placeholders and all. */
export interface DraftText {
  readonly title: Both;
  readonly zh: string;
  readonly en: string;
}

const SHIPPED = fileURLToPath(new URL("../../data/reference/warning-templates.yaml", import.meta.url));

/** Name of a bureau's own templates in its data folder. */
export const OWN_TEMPLATES = "warning-templates.yaml";

/**
 * Reads a bureau's own templates, `warning-templates.yaml` in its data folder, else those that ship with the product.
 * @throws ForewarnError naming file, line and key of a fault
 */
export async function readTemplates(dataDirectory?: string): Promise<WarningTemplates & { readonly own: boolean }> {
  const own = dataDirectory === undefined ? null : path.join(dataDirectory, OWN_TEMPLATES);
  if (own !== null && (await readIfAny(own)) !== null) return { ...(await readYaml(own, templatesSchema)), own: true };
  return { ...(await readYaml(SHIPPED, templatesSchema)), own: false };
}

type Problem = WarningTemplates["problems"][number];
type Trade = WarningTemplates["trades"][number];

/** The texts for a hotspot's codes: of the problem with that code, and of the trade with the longest code that its category begins with. */
export function templatesFor(
  templates: WarningTemplates,
  { category, problem }: { readonly category: string | null; readonly problem: string | null },
): { problem: Problem; trade: Trade | null } {
  const general = templates.problems.find((it) => it.codes.length === 0) as Problem;
  const fitting = templates.trades
    .flatMap((trade) => trade.codes.map((code) => ({ code, trade })))
    .filter(({ code }) => category?.startsWith(code))
    .sort((a, b) => b.code.length - a.code.length);
  return {
    problem: templates.problems.find((it) => problem !== null && it.codes.includes(problem)) ?? general,
    trade: fitting[0]?.trade ?? null,
  };
}

/** No more of each part than a reader takes in; of the advice three to six are allowed. */
const MOST = { happens: 4, recognise: 4, advice: 6, law: 3 } as const;

function text(locale: Locale, templates: WarningTemplates, problem: Problem, trade: Trade | null): string {
  const list = (part: keyof typeof MOST) => {
    // The trade's own points come behind the first of the problem's, so that none is cut off.
    const [first, ...rest] = problem[part];
    const items = [...(first ? [first] : []), ...(trade?.[part] ?? []), ...rest].slice(0, MOST[part]);
    return items.map((item) => `- ${item[locale]}\n`).join("");
  };
  const section = (name: Exclude<Section, "lead">, body: string) => `\n## ${headingOf(locale, name)}\n\n${body}`;
  const contact = [templates.contact[locale], problem.contact?.[locale]]
    .filter(Boolean)
    .join(locale === "zh" ? "" : " ");
  const lead = translate(locale, "warnings.draft.lead", { what: problem.lead[locale], act: problem.act[locale] });
  return [
    `${lead}\n`,
    section("happens", list("happens")),
    section("recognise", list("recognise")),
    section("advice", list("advice")),
    section("contact", `${contact}\n`),
    section("law", list("law")),
  ].join("");
}

/**
 * The text of a draft in the usual order: what was seen, how it goes, how to recognise it, advice, whom to call, legal basis.
 * @param hotline the number that readers are told to call
 */
export function draftText(
  templates: WarningTemplates,
  scope: { readonly category: string | null; readonly problem: string | null },
  hotline = "12315",
): DraftText {
  const { problem, trade } = templatesFor(templates, scope);
  const [zh, en] = LOCALES.map((locale) =>
    text(locale, templates, problem, trade).replaceAll("{hotline}", hotline),
  ) as [string, string];
  return { title: problem.title, zh, en };
}
