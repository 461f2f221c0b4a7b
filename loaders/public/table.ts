import { type Download, downloadColumns, downloadSql } from "../../src/release/downloads.ts";
import { openRelease } from "../../src/release/read.ts";
import { tableMetaSchema } from "../../src/release/table-schema.ts";

/**
 * Writes a table of the public half as JSON: `meta` says what it is and where it is from, `columns` names the fields, and
 * each of `rows` is an array in that order. One row a line, so that two releases can be compared. What the columns mean stands
 * in the data dictionary.
 */
export async function writeTable(download: Download): Promise<void> {
  const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "public");
  const rows = await release.rows(downloadSql(download));
  release.close();
  const { release: id, asOf, period, bureau, disclosure, methods, tickets } = release.manifest;
  const meta = tableMetaSchema.parse({
    release: id,
    asOf,
    period,
    issuer: bureau.zh,
    issuerEn: bureau.en,
    currency: bureau.currency,
    disclosure,
    methods,
    tickets,
    rows: rows.length,
  });
  const columns = downloadColumns(download).map(({ name }) => name);
  const lines = rows.map((row) => JSON.stringify(Object.values(row)));
  process.stdout.write(
    `{"meta": ${JSON.stringify(meta)},\n"columns": ${JSON.stringify(columns)},\n"rows": [\n${lines.join(",\n")}\n]}\n`,
  );
}
