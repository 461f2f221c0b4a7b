import { strToU8, zipSync } from "fflate";
import type { Table } from "./table.ts";

/** What a column's cells are stored as, where they look like it; all others are text. */
export type CellKind = "text" | "number" | "day" | "moment";

/** A fixed date for the archive's entries, so that the same table gives the same bytes. Zips keep a clock's time without a zone. */
const zipTime = () => new Date(2026, 10, 1, 8, 0, 0);
/** Days from 1899-12-30, the zero of spreadsheets, to 1970-01-01. */
const EPOCH = 25_569;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Days since the zero of spreadsheets, or null where the text is no date. */
function serial(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?$/u.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const time = Date.UTC(year, month - 1, day);
  // 30 February stays the text that it is.
  if (new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  return time / 864e5 + EPOCH + (hour * 3600 + minute * 60 + second) / 86_400;
}

function cellXml(reference: string, text: string, kind: CellKind): string {
  if (text === "") return "";
  if (kind === "number" && /^-?(0|[1-9]\d*)(\.\d+)?$/u.test(text))
    return `<c r="${reference}"><v>${Number(text)}</v></c>`;
  if (kind === "day" || kind === "moment") {
    const value = serial(text);
    if (value !== null) return `<c r="${reference}" s="${kind === "day" ? 1 : 2}"><v>${value}</v></c>`;
  }
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function sheetXml(table: Table, kinds: readonly CellKind[]): string {
  const names = Array.from({ length: table.header.length + 8 }, (_, i) => columnName(i));
  const parts = [`${XML}<worksheet xmlns="${MAIN}"><sheetData>`];
  let number = 0;
  const row = (cells: readonly string[], as: readonly CellKind[]) => {
    number++;
    const xml = cells.map((cell, i) => cellXml(`${names[i]}${number}`, cell, as[i] ?? "text")).join("");
    if (xml !== "") parts.push(`<row r="${number}">${xml}</row>`);
  };
  if (table.title !== null) row([table.title], []);
  row(table.header, []);
  for (const line of table.lines) row(line.cells, line.fault?.code === "header_row" ? [] : kinds);
  parts.push("</sheetData>");
  if (table.title !== null) {
    parts.push(`<mergeCells count="1"><mergeCell ref="A1:${names[table.header.length - 1]}1"/></mergeCells>`);
  }
  parts.push("</worksheet>");
  return parts.join("");
}

/** A workbook with one sheet. Formats 1 and 2 of its styles are a date and a date with a time. */
export function xlsxBytes(table: Table, kinds: readonly CellKind[]): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheetXml(table, kinds),
  };
  const entries = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(entries, { level: 5, mtime: zipTime() });
}
