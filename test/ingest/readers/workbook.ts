import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface Parts {
  /** XML of `sheetData`'s inside, by name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Texts that `t="s"` cells refer to, as inner XML of `si`. */
  readonly strings?: readonly string[];
  /** Number formats; style 1 is the first one. */
  readonly formats?: readonly (string | number)[];
  readonly epoch1904?: boolean;
  /** Parts that replace or join those made here. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** The parts of a workbook, as a spreadsheet program of our own fancy would write them. */
export function parts({
  sheets,
  strings = [],
  formats = [],
  epoch1904 = false,
  extra = {},
}: Parts): Record<string, string> {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const styles = formats.map((format, index) => (typeof format === "number" ? format : 164 + index));
  const codes = formats.flatMap((format, index) =>
    typeof format === "number"
      ? []
      : [
          `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`,
        ],
  );
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${epoch1904 ? 1 : 0}"/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${names
      .map((_, index) => relation(`s${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`))
      .join(
        "",
      )}${relation("t", "sharedStrings", "/xl/sharedStrings.xml")}${relation("f", "styles", "styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData><pageMargins left="0.7"/></worksheet>`,
      ]),
    ),
    ...extra,
  };
}

export function zip(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

export const workbook = (description: Parts) => zip(parts(description));
