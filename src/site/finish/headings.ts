import { apply, type Edit, startTag, tags, textOf } from "./edit.ts";
import type { FinishStep } from "./page.ts";

/** An id from the words of a heading in any script: "按来源文件" stays, "Rows by file" becomes "rows-by-file". */
export function slug(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Framework's slugs know Latin letters only: of a Chinese heading they leave "", of the next ones "-1", "-2". */
const isPoor = (id: string | undefined): boolean => id === undefined || /^(-\d+)?$/.test(id);

/**
 * Gives each heading without a usable id one of its own words, unique in the page, and takes away the link that
 * Framework wraps around a heading (a stop of the Tab key that goes nowhere).
 */
export const headingIds: FinishStep = (html) => {
  const all = tags(html);
  const headings = all.filter((tag) => /^h[1-6]$/.test(tag.name));
  const poor = headings.filter((heading) => isPoor(heading.attributes.id));
  const used = new Set(all.filter((tag) => !poor.includes(tag)).map((tag) => tag.attributes.id));
  const edits: Edit[] = poor.map((heading) => {
    const base = slug(textOf(heading)) || "section";
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    return { start: heading.start, end: heading.innerStart, text: startTag(heading, "id", id) };
  });
  for (const anchor of all.filter((tag) => tag.attributes.class === "observablehq-header-anchor")) {
    edits.push({ start: anchor.start, end: anchor.innerStart, text: "" });
    edits.push({ start: anchor.innerEnd, end: anchor.end, text: "" });
  }
  return apply(html, edits);
};
