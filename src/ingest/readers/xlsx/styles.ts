import type { Attributes, PartHandler } from "./xml.ts";

/** How the number in a cell is to be read. `time` is a time of day or, with `elapsed`, a length of time. */
export type NumberKind = "number" | "date" | "datetime" | "time" | "elapsed";

/** Formats that have no code in the file (ECMA-376 part 1, section 18.8.30, with those of Chinese and Thai Excel). */
function builtInKind(id: number): NumberKind {
  if (id === 22) return "datetime";
  if (id === 46) return "elapsed";
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56)
    return "time";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  if (id >= 71 && id <= 81) return id === 77 ? "datetime" : id >= 75 ? "time" : "date";
  return "number";
}

/** What a format code such as `yyyy"年"m"月"d"日"` or `#,##0.00` shows. */
export function kindOfCode(code: string): NumberKind {
  // The first section is that of positive numbers.
  const section = code.replace(/"[^"]*"|\\.|_.|\*./g, " ").split(";", 1)[0] as string;
  if (/\[(h+|m+|s+)\]/i.test(section)) return "elapsed";
  const plain = section
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/general|am\/pm|a\/p/gi, " ")
    .replace(/(s+)[.,]0+/gi, "$1")
    .toLowerCase();
  if (/[0#?]/.test(plain)) return "number";
  const time = /[hs]/.test(plain);
  // An m is a month unless hours or seconds stand beside it.
  const month = /m/.test(plain.replace(/h[^a-z]*m{1,2}(?!m)|(?<!m)m{1,2}[^a-z]*s/g, " "));
  const date = /[yde]|aaa/.test(plain) || month;
  if (date) return time ? "datetime" : "date";
  return time ? "time" : "number";
}

/** The kinds of number of all cell styles, by their number. */
export class StylesHandler implements PartHandler {
  readonly kinds: NumberKind[] = [];
  readonly #codes = new Map<number, string>();
  #inCellStyles = false;

  open(name: string, attributes: Attributes): void {
    if (name === "numFmt") this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    else if (name === "cellXfs") this.#inCellStyles = true;
    else if (name === "xf" && this.#inCellStyles) {
      const id = Number(attributes.numFmtId ?? 0);
      const code = this.#codes.get(id);
      this.kinds.push(code === undefined ? builtInKind(id) : kindOfCode(code));
    }
  }

  close(name: string): void {
    if (name === "cellXfs") this.#inCellStyles = false;
  }
}
