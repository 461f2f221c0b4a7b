import { ForewarnError } from "../../errors.ts";
import { LOCALES, type Locale } from "../../i18n/define.ts";
import { languageTag, translate } from "../../i18n/translate.ts";
import { bindText } from "../../warnings/bind.ts";
import type { WarningStatus } from "../../warnings/record.ts";
import { formatter } from "../format.ts";
import { atLeastText, evidenceText, titleText } from "../pages/public/words.ts";
import { CANCELLED, capLevels } from "./cap-levels.ts";
import { type CapMessage, capMessages, capSender } from "./cap-messages.ts";
import type { MachineContext } from "./context.ts";
import {
  correctedSentences,
  joined,
  sentenceText,
  supersededSentence,
  titleWithState,
  withdrawnSentence,
} from "./life.ts";
import { adviceLines, linesOf } from "./plain-text.ts";
import { capTime, dayOf, endOfDay } from "./times.ts";
import { PATHS, warningUrl } from "./urls.ts";
import { element, textElement, type XmlElement, xmlDocument } from "./xml.ts";

const NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

const pair = (name: "parameter" | "geocode", valueName: string, value: string | number | null): XmlElement | null =>
  value === null ? null : element(name, {}, [textElement("valueName", valueName), textElement("value", String(value))]);

/** The state that a message leads to; null where the warning stays in force. */
const stateAfter = ({ cause }: CapMessage): WarningStatus | null =>
  cause === "withdraw" ? "withdrawn" : cause === "supersede" ? "superseded" : null;

/** Why a warning holds no longer; the address of its successor stands behind its title. */
function cancelText({ warning, cause, sent }: CapMessage, locale: Locale, context: MachineContext): string {
  if (cause === "withdraw") return sentenceText(locale, withdrawnSentence(warning, locale, dayOf(sent)));
  const sentence = supersededSentence(warning, context.warnings, locale, dayOf(sent));
  const url = sentence.other === null ? null : warningUrl(context, locale, sentence.other);
  return [sentenceText(locale, sentence), url].filter((part) => part !== null).join(" ");
}

/** What is new in a message, then what the warning says. */
function description({ warning, cause, corrections, replaced }: CapMessage, locale: Locale): string {
  const { record, evidence } = warning;
  const written = warning.text[locale];
  const lines = [
    ...correctedSentences(warning, locale, corrections).map((sentence) => sentenceText(locale, sentence)),
    ...replaced.map((other) => translate(locale, "machine.cap.replaces", { title: titleText(other, locale).text })),
    ...(cause === "end" && record.expires !== null
      ? [translate(locale, "machine.cap.ends", { date: formatter(locale).date(record.expires) })]
      : []),
    ...(written ? linesOf(bindText(written, evidence, locale).lead) : []),
    joined(locale, [evidenceText(warning, locale), atLeastText(warning, locale)]),
  ];
  return lines.join("\n\n");
}

/** The figures that the warning rests on, as they stand in its evidence, and what the three scales are mapped from. */
function parameters({ warning }: CapMessage, locale: Locale): (XmlElement | null)[] {
  const { evidence, record } = warning;
  const { observed, complaints, expected, low, high, ratio_at_least, period, release, cell, hotspot } = evidence;
  const values = {
    number: record.number,
    kind: record.kind,
    risk: record.risk,
    mapping: translate(locale, "machine.cap.mapping"),
    observed,
    complaints,
    expected,
    low,
    high,
    ratio_at_least,
    period,
    release,
    cell,
    hotspot: hotspot?.id ?? null,
  };
  return Object.entries(values).map(([name, value]) => pair("parameter", name, value));
}

function area({ warning }: CapMessage, locale: Locale, { bureau }: MachineContext): XmlElement {
  const { names } = warning.evidence;
  const whole = translate(locale, "machine.cap.area", { bureau: bureau[locale] });
  return element("area", {}, [
    textElement("areaDesc", names.region?.[locale] ?? whole),
    pair("geocode", "region", warning.record.scope.region),
  ]);
}

function info(message: CapMessage, locale: Locale, context: MachineContext): XmlElement {
  const { warning } = message;
  const { record, evidence } = warning;
  const state = stateAfter(message);
  const levels = state === null ? capLevels(record.kind, record.risk) : CANCELLED;
  const written = warning.text[locale];
  const advice = state === null && written ? adviceLines(bindText(written, evidence, locale), locale) : [];
  return element("info", {}, [
    textElement("language", languageTag(locale)),
    textElement("category", "Other"),
    textElement("event", translate(locale, `warnings.kind.${record.kind}`)),
    textElement("urgency", levels.urgency),
    textElement("severity", levels.severity),
    textElement("certainty", levels.certainty),
    // What cancels a warning does not run out.
    state === null && record.expires !== null
      ? textElement("expires", capTime(endOfDay(record.expires, context.timeZone)))
      : null,
    textElement("senderName", record.issuer[locale]),
    textElement("headline", titleWithState(warning, locale, state ?? "published").text),
    textElement("description", state === null ? description(message, locale) : cancelText(message, locale, context)),
    advice.length === 0 ? null : textElement("instruction", advice.join("\n")),
    textElement("web", warningUrl(context, locale, warning.id)),
    textElement("contact", `${context.bureau[locale]} ${context.bureau.hotline}`),
    ...(state === null ? parameters(message, locale) : []),
    area(message, locale, context),
  ]);
}

/** The languages of a message: Chinese, and English where someone has written it. */
const languages = ({ warning }: CapMessage): Locale[] =>
  LOCALES.filter((locale) => locale === "zh" || (warning.text.en !== null && warning.record.title.en !== null));

/**
 * One message as a CAP 1.2 document (OASIS, 1 July 2010). Type, time, references and corrections are those of its own time.
 * Title, text, figures and last day are those of today, since nothing keeps the words of a warning from before a
 * correction: a message that was sent before one tells what its successor tells.
 */
export function capDocument(message: CapMessage, context: MachineContext): string {
  const { references } = message;
  return xmlDocument(
    element("alert", { xmlns: NAMESPACE }, [
      textElement("identifier", message.identifier),
      textElement("sender", capSender(context)),
      textElement("sent", message.sent),
      textElement("status", "Actual"),
      textElement("msgType", message.type),
      textElement("scope", "Public"),
      references.length === 0 ? null : textElement("references", references.join(" ")),
      ...languages(message).map((locale) => info(message, locale, context)),
    ]),
  );
}

/**
 * All messages that were ever sent, as `cap/<id>-1.xml`, `cap/<id>-2.xml`, …, and the latest of each warning once more as
 * `cap/<id>.xml`: path below the root → text.
 * @throws ForewarnError where two warnings would share a file: the first message of "gym" is the latest of "gym-1"
 */
export function capFiles(context: MachineContext): Map<string, string> {
  const files = new Map<string, string>();
  const put = (file: string, text: string) => {
    if (files.has(file)) throw new ForewarnError("machine.sameFile", { file });
    files.set(file, text);
  };
  for (const [id, messages] of capMessages(context)) {
    const documents = messages.map((message) => capDocument(message, context));
    for (const [i, text] of documents.entries()) put(PATHS.capMessage(id, i + 1), text);
    put(PATHS.cap(id), documents.at(-1) ?? "");
  }
  return files;
}
