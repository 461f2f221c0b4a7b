import type { ForewarnError } from "../errors.ts";
import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { fault } from "./located.ts";

/** The parts of a warning's text in their order; `lead` stands before the first heading. */
export const SECTIONS = ["lead", "happens", "recognise", "advice", "contact", "law"] as const;
export type Section = (typeof SECTIONS)[number];

/** A stretch of plain text; whoever writes it into a page escapes it there. */
export interface Inline {
  readonly text: string;
  readonly strong: boolean;
  readonly line: number;
}

export type Block =
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

/** One language of a warning: `zh.md` or `en.md`. A section that was not written has no blocks. */
export type WarningText = Readonly<Record<Section, readonly Block[]>>;

interface Line {
  readonly text: string;
  readonly line: number;
}

// What Markdown could do beyond paragraphs, lists and strong words: a warning has no use for it, and a page no place.
const REFUSED = /<[a-z/!?]|!\[|\]\(|^\s*(?:```|~~~|>|#{3,}|\|)|^\s*[-*_](?:\s*[-*_]){2,}\s*$/i;
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,2}[.)、])\s+(.*)$/;

/** The heading of a section in one language, as it stands in the file and on the page. */
export const headingOf = (locale: Locale, section: Exclude<Section, "lead">): string =>
  translate(locale, `warnings.section.${section}`);

function inlines(lines: readonly Line[], locale: Locale, faults: ForewarnError[], file: string): Inline[] {
  const out: Inline[] = [];
  let strong = false;
  for (const [i, { text, line }] of lines.entries()) {
    const parts = text.trim().split("**");
    for (const [j, part] of parts.entries()) {
      if (j > 0) strong = !strong;
      // English words need a space where lines join; Chinese has none.
      const lead = i > 0 && j === 0 && locale === "en" ? " " : "";
      if (lead + part) out.push({ text: lead + part, strong, line });
    }
  }
  if (strong) faults.push(fault("warnings.unclosedStrong", {}, { file, line: lines[0]?.line ?? 1 }));
  return out;
}

function blocks(lines: readonly Line[], locale: Locale, faults: ForewarnError[], file: string): Block[] {
  const out: Block[] = [];
  let open: { kind: "paragraph" | "list"; groups: Line[][] } | undefined;
  const close = () => {
    if (!open) return;
    const groups = open.groups.map((group) => inlines(group, locale, faults, file));
    out.push(open.kind === "list" ? { kind: "list", items: groups } : { kind: "paragraph", inlines: groups[0] ?? [] });
    open = undefined;
  };
  for (const { text, line } of lines) {
    const item = ITEM.exec(text)?.[1];
    if (text.trim() === "") {
      // A list may have empty lines between its items; a paragraph ends.
      if (open?.kind !== "list") close();
    } else if (item !== undefined) {
      if (open?.kind !== "list") close();
      open ??= { kind: "list", groups: [] };
      open.groups.push([{ text: item, line }]);
    } else if (open?.kind === "list" && !/^\s/.test(text)) {
      close();
      open = { kind: "paragraph", groups: [[{ text, line }]] };
    } else {
      open ??= { kind: "paragraph", groups: [[]] };
      open.groups.at(-1)?.push({ text, line });
    }
  }
  close();
  return out;
}

/**
 * Reads one language of a warning: Markdown with the fixed headings of {@link SECTIONS}, and in them paragraphs, lists
 * and `**strong**` words. All else of Markdown, and HTML, is a fault: this text comes from outside and goes on a page.
 */
export function parseText(
  markdown: string,
  locale: Locale,
  file: string,
): { text: WarningText; faults: ForewarnError[] } {
  const faults: ForewarnError[] = [];
  const found: Record<Section, Line[]> = { lead: [], happens: [], recognise: [], advice: [], contact: [], law: [] };
  const headings = new Map(SECTIONS.filter((name) => name !== "lead").map((name) => [headingOf(locale, name), name]));
  let section: Section | null = "lead";
  const seen = new Set<Section>();
  for (const [i, text] of markdown
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const place = { file, line: i + 1, value: text.trim() };
    const heading = /^#{1,2}\s+(.*?)\s*#*$/.exec(text)?.[1];
    if (heading !== undefined) {
      section = headings.get(heading) ?? null;
      if (section === null)
        faults.push(
          fault("warnings.heading", { list: [...headings.keys()].join(locale === "zh" ? "、" : ", ") }, place),
        );
      else if (seen.has(section)) faults.push(fault("warnings.headingTwice", {}, place));
      if (section) seen.add(section);
    } else if (REFUSED.test(text)) faults.push(fault("warnings.markdown", {}, place));
    else if (section) found[section].push({ text, line: i + 1 });
  }
  const text = Object.fromEntries(
    SECTIONS.map((name) => [name, blocks(found[name], locale, faults, file)]),
  ) as unknown as WarningText;
  return { text, faults };
}

/** The advice of a text: the items of its lists. */
export const adviceOf = (text: WarningText): (readonly Inline[])[] =>
  text.advice.flatMap((block) => (block.kind === "list" ? [...block.items] : []));

/** Faults of a text that is to be shown: an empty section, or advice that is not three to six items. */
export function incompleteText(text: WarningText, locale: Locale, file: string): ForewarnError[] {
  const missing = SECTIONS.filter((name) => text[name].length === 0).map((name) =>
    fault(
      name === "lead" ? "warnings.leadMissing" : "warnings.sectionMissing",
      name === "lead" ? {} : { heading: headingOf(locale, name) },
      { file },
    ),
  );
  const count = adviceOf(text).length;
  if (text.advice.length > 0 && (count < 3 || count > 6))
    missing.push(fault("warnings.adviceCount", { count, heading: headingOf(locale, "advice") }, { file }));
  return missing;
}
