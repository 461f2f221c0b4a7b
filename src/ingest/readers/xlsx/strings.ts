import type { Attributes, PartHandler } from "./xml.ts";

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, section 22.9.2.19, ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Joins the runs of a text (`si` or `is`); readings for pronunciation (`rPh`) are no part of it. */
export class RichText {
  #text = "";
  #inText = false;
  #reading = false;

  open(name: string): void {
    if (name === "t") this.#inText = true;
    else if (name === "rPh") this.#reading = true;
  }

  text(text: string): void {
    if (this.#inText && !this.#reading) this.#text += text;
  }

  close(name: string): void {
    if (name === "t") this.#inText = false;
    else if (name === "rPh") this.#reading = false;
  }

  toString(): string {
    return unescapeText(this.#text);
  }
}

/** The texts that cells of all sheets refer to by number. */
export class StringsHandler implements PartHandler {
  readonly strings: string[] = [];
  #item: RichText | null = null;

  open(name: string, _attributes: Attributes): void {
    if (name === "si") this.#item = new RichText();
    else this.#item?.open(name);
  }

  text(text: string): void {
    this.#item?.text(text);
  }

  close(name: string): void {
    if (name === "si" && this.#item) {
      this.strings.push(this.#item.toString());
      this.#item = null;
    } else this.#item?.close(name);
  }
}
