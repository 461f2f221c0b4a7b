import type { Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/**
 * Edits of a page by position: everything that no step speaks of keeps its bytes. Framework's pages come from a
 * serializer, so that tags stand where they seem to stand.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A tag of a page with the positions of its parts in the text. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly element: Element;
  /** From `<` to after the last `>`, end tag included. */
  readonly start: number;
  readonly end: number;
  /** Inside of the element; equal to `end` for an element without an end tag. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** Position after the `>` of a start tag, with quoted attribute values passed over. */
function endOfStartTag(html: string, start: number): number {
  let quote = "";
  for (let i = start; i < html.length; i++) {
    const sign = html[i] as string;
    if (quote) {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return i + 1;
  }
  return html.length;
}

/** All elements of a page in document order. */
export function tags(html: string): Tag[] {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true });
  const elements = DomUtils.getElementsByTagName(() => true, document.children, true);
  return elements.map((element) => {
    const start = element.startIndex ?? 0;
    const end = (element.endIndex ?? html.length - 1) + 1;
    const innerStart = endOfStartTag(html, start);
    const close = html.lastIndexOf("</", end - 1);
    const closed =
      close >= innerStart &&
      html
        .slice(close + 2, end)
        .toLowerCase()
        .startsWith(element.name);
    return {
      name: element.name,
      attributes: element.attribs,
      element,
      start,
      end,
      innerStart,
      innerEnd: closed ? close : end,
    };
  });
}

/** Text of an element without its tags, entities decoded. */
export function textOf(tag: Tag): string {
  return DomUtils.textContent(tag.element).replace(/\s+/g, " ").trim();
}

/** Escapes a value for a double-quoted attribute. */
export function attribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Writes a start tag anew with one attribute set, or taken away where `value` is null. */
export function startTag(tag: Tag, name: string, value: string | null): string {
  const attributes = { ...tag.attributes, [name]: value };
  const text = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([key, text]) => (text === "" ? ` ${key}` : ` ${key}="${attribute(text)}"`))
    .join("");
  return `<${tag.name}${text}>`;
}

/** Applies edits that do not overlap. */
export function apply(html: string, edits: readonly Edit[]): string {
  let out = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < from) throw new RangeError("edits overlap");
    out += html.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + html.slice(from);
}

/** Takes an element out, with the line break before it. */
export function removal(html: string, tag: Tag): Edit {
  return { start: html[tag.start - 1] === "\n" ? tag.start - 1 : tag.start, end: tag.end, text: "" };
}

/** Puts a line at the end of `<head>`, unless the very same line is there. */
export function inHead(html: string, line: string): string {
  if (html.includes(`\n${line}\n`)) return html;
  return html.replace("\n</head>", () => `\n${line}\n</head>`);
}
