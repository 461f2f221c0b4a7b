import type { Release } from "../../src/release/read.ts";

/**
 * The answer of a query as JSON: `meta` says what it is and where it is from, `columns` names the fields, and each of
 * `rows` is an array in that order. One row a line, so that two releases can be compared.
 */
export async function table(release: Release, sql: string): Promise<string> {
  const rows = await release.rows(sql);
  const { release: id, asOf, period, bureau, disclosure, methods, tickets } = release.manifest;
  const { currency } = bureau;
  const meta = {
    release: id,
    asOf,
    period,
    issuer: bureau.zh,
    issuerEn: bureau.en,
    currency,
    disclosure,
    methods,
    tickets,
  };
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => JSON.stringify(Object.values(row)));
  return `{"meta": ${JSON.stringify({ ...meta, rows: rows.length })},\n"columns": ${JSON.stringify(columns)},\n"rows": [\n${lines.join(",\n")}\n]}\n`;
}
