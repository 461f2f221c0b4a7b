import { identifier } from "../duck/identifier.ts";
import { columnsOf, type MartColumn } from "./columns.ts";
import type { MartName, MartType } from "./marts.ts";

interface DownloadDefinition {
  readonly mart: MartName;
  /** Columns that say nothing in the public half. */
  readonly without: readonly string[];
  readonly order: readonly string[];
}

/** The files that the public site offers, by name: each is a table of the public half. */
export const DOWNLOADS = {
  counts: { mart: "count", without: [], order: ["grid", "period", "category", "problem", "region"] },
  measures: {
    mart: "measure",
    without: ["preceding", "preceding_change"],
    order: ["measure", "grain", "period", "dim", "group_key"],
  },
  definitions: { mart: "definition", without: [], order: ["position"] },
  names: { mart: "dimension", without: [], order: ["dim", "position", "key"] },
} as const satisfies Record<string, DownloadDefinition>;
export type Download = keyof typeof DOWNLOADS;

/** What a value is in JSON. Decimals are text: a float would not keep the cents. */
export function jsonTypeOf(type: MartType): "text" | "date" | "decimal" | "number" | "truth" {
  if (type.startsWith("DECIMAL")) return "decimal";
  if (type === "DATE") return "date";
  if (type === "BOOLEAN") return "truth";
  return type.startsWith("VARCHAR") ? "text" : "number";
}

/** The columns of a download, in their order. */
export function downloadColumns(download: Download): MartColumn[] {
  const { mart, without }: DownloadDefinition = DOWNLOADS[download];
  return columnsOf(mart).filter(({ name }) => !without.includes(name));
}

/** SQL of the rows of a download over the marts of a public half. */
export function downloadSql(download: Download): string {
  const { mart, order }: DownloadDefinition = DOWNLOADS[download];
  const columns = downloadColumns(download).map(({ name, type }) => {
    const column = identifier(name);
    const kind = jsonTypeOf(type);
    if (kind === "decimal") return `${column}::VARCHAR AS ${column}`;
    return kind === "number" ? `${column}::DOUBLE AS ${column}` : column;
  });
  return `SELECT ${columns.join(", ")} FROM ${identifier(mart)} ORDER BY ${order.map(identifier).join(", ")}`;
}
