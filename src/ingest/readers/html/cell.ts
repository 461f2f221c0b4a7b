const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Whether a shown text is a number and nothing else: not a date, say, of which Excel's number would be a day count. */
function showsNumber(text: string): boolean {
  return (
    text
      .replace(/^#+$/, "0")
      .replace(/[\s\u00a0,$¥¥€£%()]/g, "")
      .match(NUMBER) !== null
  );
}

/** The text of a table cell as a browser would show it: white space collapsed, breaks and paragraphs on new lines. */
export class CellText {
  /** Excel's own number behind the shown text, from the attribute `x:num`. */
  readonly #number: string | undefined;
  #text = "";
  #preformatted = false;

  constructor(number: string | undefined) {
    this.#number = number;
  }

  add(text: string, preformatted: boolean): void {
    if (preformatted) this.#preformatted = true;
    this.#text += preformatted ? text : text.replace(/[ \t\r\n\f]+/g, " ");
  }

  lineBreak(): void {
    this.#text += "\n";
  }

  /** A paragraph begins or ends. */
  blockEdge(): void {
    if (/[^ \n]/.test(this.#text) && !this.#text.endsWith("\n")) this.#text += "\n";
  }

  toString(): string {
    const inner = this.#preformatted ? this.#text : this.#text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ");
    const text = inner.replace(/^[ \r\n]+|[ \r\n]+$/g, "");
    const number = this.#number?.trim();
    if (number !== undefined && NUMBER.test(number) && showsNumber(text)) return number;
    // A no-break space alone is how pages write an empty cell.
    return /^[\s\u00a0]*$/.test(text) ? "" : text;
  }
}
