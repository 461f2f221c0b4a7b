/** An element of an XML document: elements inside it, or text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly content: string | readonly XmlElement[];
}

// XML 1.0, production 2 (Char). With the flag u, half of a surrogate pair is a sign of its own and goes too.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without the signs that no XML document may hold, not even escaped: control characters, lone surrogates. */
export const withoutControls = (text: string): string => text.replace(FORBIDDEN, "");

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would read these as other white space.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const escaped = (text: string, signs: RegExp): string =>
  withoutControls(text).replace(signs, (sign) => REFERENCES[sign] ?? sign);

/** Escapes text between tags. */
export const xmlText = (text: string): string => escaped(text, /[&<>\r]/g);

/** Escapes the value of an attribute in double quotes. */
export const xmlAttribute = (text: string): string => escaped(text, /[&<>"\t\n\r]/g);

/** An element; attributes that are null, and elements that are null, are left out. */
export function element(
  name: string,
  attributes: XmlElement["attributes"] = {},
  content: string | readonly (XmlElement | null)[] = [],
): XmlElement {
  return { name, attributes, content: typeof content === "string" ? content : content.filter((it) => it !== null) };
}

/** An element that holds text alone. */
export const textElement = (name: string, text: string, attributes: XmlElement["attributes"] = {}): XmlElement =>
  element(name, attributes, text);

function render({ name, attributes, content }: XmlElement, indent: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? "" : ` ${key}="${xmlAttribute(value)}"`))
    .join("");
  const start = `${indent}<${name}${written}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === "string") return `${start}>${xmlText(content)}</${name}>\n`;
  return `${start}>\n${content.map((it) => render(it, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

/** A whole document (XML 1.0, UTF-8) with one element a line. */
export const xmlDocument = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, "")}`;
