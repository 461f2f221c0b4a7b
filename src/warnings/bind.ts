import type { ForewarnError } from "../errors.ts";
import type { Locale } from "../i18n/define.ts";
import type { Evidence } from "./evidence.ts";
import { fault } from "./located.ts";
import { type Block, type Inline, SECTIONS, type WarningText } from "./text.ts";
import { typedNumbers } from "./typed-numbers.ts";
import { PLACEHOLDERS, placeholder } from "./values.ts";

const MARK = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The text with its placeholders filled in from the evidence. One without a value stays as it is: it is a fault. */
export function bindString(text: string, evidence: Evidence, locale: Locale): string {
  return text.replace(MARK, (mark, name: string) => placeholder(name, evidence, locale) ?? mark);
}

/** A warning's text as it is shown. */
export function bindText(text: WarningText, evidence: Evidence, locale: Locale): WarningText {
  const inline = (it: Inline): Inline => ({ ...it, text: bindString(it.text, evidence, locale) });
  const block = (it: Block): Block =>
    it.kind === "list"
      ? { kind: "list", items: it.items.map((item) => item.map(inline)) }
      : { kind: "paragraph", inlines: it.inlines.map(inline) };
  return Object.fromEntries(SECTIONS.map((name) => [name, text[name].map(block)])) as unknown as WarningText;
}

export interface BindOptions {
  readonly evidence: Evidence;
  readonly locale: Locale;
  readonly file: string;
  readonly line?: number;
  /** The bureau's own numbers to call, beside those that everyone knows. */
  readonly phones?: readonly string[];
}

/** Faults of one text: placeholders without a value, and numbers that were typed instead of bound. */
export function boundFaults(text: string, options: BindOptions): ForewarnError[] {
  const { evidence, locale, file, line } = options;
  const place = (value: string) => ({ file, value, ...(line === undefined ? {} : { line }) });
  const faults: ForewarnError[] = [];
  for (const [mark, name = ""] of text.matchAll(MARK)) {
    if (!Object.hasOwn(PLACEHOLDERS, name))
      faults.push(fault("warnings.placeholder", { list: Object.keys(PLACEHOLDERS).join(", ") }, place(mark)));
    else if (placeholder(name, evidence, locale) === null) faults.push(fault("warnings.noValue", {}, place(mark)));
  }
  const rest = text.replace(MARK, "");
  if (/\{\{|\}\}/.test(rest))
    faults.push(fault("warnings.placeholder", { list: Object.keys(PLACEHOLDERS).join(", ") }, place(text.trim())));
  // A placeholder stands for a number, so that "2{{observed}}" is found too.
  for (const typed of typedNumbers(text.replace(MARK, " "), options.phones))
    faults.push(fault("warnings.typedNumber", {}, place(typed)));
  return faults;
}

/** Faults of all of a warning's text in one language. */
export function textFaults(text: WarningText, options: Omit<BindOptions, "line">): ForewarnError[] {
  const runs = SECTIONS.flatMap((name) =>
    text[name].flatMap((block) => (block.kind === "list" ? block.items : [block.inlines])),
  );
  // A date may run across strong words or a line's end, so each paragraph is read as one text.
  return runs.flatMap((run) => {
    const whole = run.map((inline) => inline.text).join("");
    return boundFaults(whole, { ...options, line: run[0]?.line ?? 1 }).map((found) => {
      const line = run.find((inline) => found.place.value && inline.text.includes(found.place.value))?.line;
      return line === undefined ? found : fault(found.key, found.params, { ...found.place, line });
    });
  });
}
