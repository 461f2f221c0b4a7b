import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import type { WarningKind, WarningRisk } from "../../../warnings/record.ts";
import { isInForce, stateOn } from "../../../warnings/record.ts";
import { formatter } from "../../format.ts";
import { evidenceText, numberText, RISK_SIGNS, titleText } from "./words.ts";

/** What a card says of a warning: enough to decide whether to read it. */
export interface Card {
  readonly path: string;
  readonly number: string;
  readonly title: string;
  /** Language of the title where it is not the page's. */
  readonly lang: string | null;
  readonly kind: WarningKind;
  readonly risk: WarningRisk;
  readonly riskSign: string;
  readonly riskName: string;
  /** Where it stands: "In force", "Withdrawn". */
  readonly stateName: string;
  /** Words for a warning that is no longer in force. */
  readonly ended: string | null;
  readonly issued: string;
  /** Its last day. */
  readonly expires: string | null;
  readonly evidence: string;
  readonly note: string | null;
}

const made = new WeakMap<Warning, Map<string, Card>>();

/** The card of a warning in one language. It stands in many lists, and is made once. */
export function card(warning: Warning, locale: Locale, day: string): Card {
  const own = made.get(warning) ?? new Map<string, Card>();
  made.set(warning, own);
  const found = own.get(`${locale} ${day}`) ?? makeCard(warning, locale, day);
  own.set(`${locale} ${day}`, found);
  return found;
}

function makeCard(warning: Warning, locale: Locale, asOf: string): Card {
  const { record } = warning;
  const state = stateOn(warning, asOf);
  const title = titleText(warning, locale);
  return {
    path: `warnings/${warning.id}`,
    number: numberText(warning, locale),
    title: title.text,
    lang: title.lang,
    kind: record.kind,
    risk: record.risk,
    riskSign: RISK_SIGNS[record.risk],
    riskName: translate(locale, `warnings.risk.${record.risk}`),
    stateName: translate(locale, `warnings.status.${state}`),
    ended: isInForce(state) ? null : translate(locale, `warnings.status.${state}`),
    issued: translate(locale, "public.issued", { date: record.issued ? formatter(locale).date(record.issued) : "—" }),
    expires: record.expires,
    evidence: evidenceText(warning, locale),
    note: title.lang === null ? null : translate(locale, "public.notTranslatedShort"),
  };
}
