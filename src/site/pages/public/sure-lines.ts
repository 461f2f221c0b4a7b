import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { dayText } from "../../../warnings/values.ts";
import { formatter } from "../../format.ts";
import { WITHHELD } from "./warning-figure.ts";

/** "In fewer than one of 500 quiet months does chance alone give so strong a rise." Null where that was not measured. */
export function oddsText({ evidence }: Warning, locale: Locale): string | null {
  const { odds, grain } = evidence;
  return odds && translate(locale, "hotspots.sentence.odds", { oneIn: odds.one_in, grain });
}

/** Under half a share of a period that is still to come in, nobody needs to be told. */
const WHOLE = 0.995;

/** What else a reader should know of the figures: how many flags chance gives, what is still to come in, what broke the series. */
export function sureLines({ evidence }: Warning, locale: Locale): string[] {
  const { family, grain, completeness, breaks } = evidence;
  const lines: string[] = [];
  if (family)
    lines.push(
      translate(locale, "hotspots.sentence.family", {
        tests: family.tested,
        flags: family.flagged,
        grain,
        byChance: Math.round(family.by_chance),
      }),
    );
  if (completeness !== null && completeness < WHOLE)
    lines.push(translate(locale, "public.sureIncomplete", { part: formatter(locale).percent(completeness, 0) }));
  for (const { from, [locale]: what } of breaks)
    lines.push(translate(locale, "public.sureBreak", { date: dayText(locale, from), what }));
  return lines;
}

/** What the sign in chart and table stands for; null where nothing is withheld. */
export function hiddenText(
  { evidence }: Warning,
  locale: Locale,
  limits: { readonly minimumTickets: number; readonly minimumComplainants: number },
): string | null {
  if (!evidence.series.some(({ withheld }) => withheld)) return null;
  const { minimumTickets: tickets, minimumComplainants: people } = limits;
  return translate(locale, "public.hidden", { sign: WITHHELD, tickets, people });
}
