import iconv from "iconv-lite";
import type { Table } from "./table.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

/** An HTML table with Excel's styles, as many systems stream it under the name .xls. */
export function htmlBytes(table: Table, encoding: "gb18030" | "utf-8"): Buffer {
  const charset = encoding === "gb18030" ? "gb2312" : "utf-8";
  const parts = [
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<style>td{mso-number-format:"\\@";vnd.ms-excel.numberformat:@;}</style></head>
<body><table border="1" cellspacing="0">
`,
  ];
  if (table.title !== null) parts.push(`<tr><td colspan="${table.header.length}">${escaped(table.title)}</td></tr>\n`);
  parts.push(`<tr>${table.header.map((title) => `<th>${escaped(title)}</th>`).join("")}</tr>\n`);
  for (const { cells } of table.lines) {
    parts.push(`<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>\n`);
  }
  parts.push("</table></body></html>\n");
  const text = parts.join("");
  return encoding === "gb18030" ? iconv.encode(text, "gb18030") : Buffer.from(text, "utf8");
}
