/** Text that is HTML already. Only {@link html} and {@link trusted} make it, so that nothing is inserted unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

// Pages are Markdown that Framework evaluates: `${…}` would run as code, Markdown signs would change the text, a blank
// line would end the HTML around it. A numeric reference is inert in Markdown, in HTML text and in quoted attributes.
const special = /[&<>"'`$\\{}[\]*_#|~!=+.)\-\r\n\t]|^ +/g;

/** Escapes plain text for a page: for HTML, for Markdown, and for Framework's inline expressions. */
export function escapeHtml(value: unknown): string {
  return String(value ?? "").replace(special, (signs) => `&#${signs.charCodeAt(0)};`.repeat(signs.length));
}

export type HtmlPart = Html | string | number | bigint | null | undefined | false | readonly HtmlPart[];

function render(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return escapeHtml(part);
}

/** Builds HTML; interpolated values are escaped unless they are {@link Html}. Empty for null, undefined and false. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(strings.reduce((out, string, i) => out + string + (i < parts.length ? render(parts[i]) : ""), ""));
}

/** Marks text as HTML that this program made itself (a chart's SVG). Never call it on what came from a file. */
export function trusted(text: string): Html {
  return new Html(text);
}
