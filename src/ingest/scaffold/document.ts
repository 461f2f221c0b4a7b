import { Document, isCollection, isPair, isScalar, Scalar, visit } from "yaml";

export type Path = readonly (string | number)[];

/** A remark at the end of the line of one key. */
export interface Remark {
  readonly path: Path;
  readonly text: string;
}

/** Lines that stand below what a map holds. */
export interface Footnote {
  readonly path: Path;
  readonly lines: readonly string[];
}

/** Signs that are not seen, or that end a line or turn it about. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A text as a comment can hold it: one line, and nothing that a terminal would take for a command. */
export function inComment(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, "\ufffd");
  return line.length > 400 ? `${line.slice(0, 400)}…` : line;
}

/** A value from a file, quoted as YAML quotes it, for a comment. */
export function quoted(text: string): string {
  return inComment(JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text));
}

/**
 * Writes a value as YAML with remarks. Lists of plain words and small maps stand on one line; texts with line breaks or
 * invisible signs are quoted with these escaped.
 */
export function writeDocument(
  value: unknown,
  head: readonly string[],
  remarks: readonly Remark[],
  footnotes: readonly Footnote[],
): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && INVISIBLE.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(_, node, path) {
      // The document's own keys, its lists of layouts and what holds other collections stand on lines of their own.
      if (path.length > 1 && node.items.every((item) => isScalar(isPair(item) ? item.value : item))) node.flow = true;
    },
  });
  for (const { path, text } of remarks) {
    const node = document.getIn(path, true);
    if (isScalar(node) || isCollection(node)) node.comment = ` ${inComment(text)}`;
  }
  for (const { path, lines } of footnotes) {
    const node = document.getIn(path, true);
    if (!isCollection(node) || lines.length === 0) continue;
    node.flow = false;
    node.comment = lines.map((line) => ` ${/^ */u.exec(line)?.[0] ?? ""}${inComment(line.trimStart())}`).join("\n");
  }
  document.commentBefore = head.map((line) => ` ${inComment(line)}`).join("\n");
  // Such signs stand in double quotes only, where YAML knows their numbers.
  return document.toString({ lineWidth: 0 }).replaceAll(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => {
    const number = (sign.codePointAt(0) as number).toString(16);
    return number.length > 4 ? `\\U${number.padStart(8, "0")}` : `\\u${number.padStart(4, "0")}`;
  });
}
