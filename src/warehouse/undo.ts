import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { linkTickets } from "./link.ts";
import { mergeVersions } from "./merge.ts";
import { RECORD_NAMES } from "./records.ts";

/**
 * Takes a file out of the warehouse, inside the caller's transaction, as if it had never been loaded. A version that
 * another file tells of too is from then on that file's: the row counted there as unchanged becomes an accepted one.
 */
export async function undoFile(duck: Duck, fileId: number): Promise<void> {
  const id = Math.trunc(fileId);
  for (const record of RECORD_NAMES) {
    const version = `${record}_version`;
    const keys = identifier(`fw_undone_${record}`);
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE ${keys} AS
       SELECT record_key FROM ${version} WHERE file_id = ${id}
       UNION SELECT record_key FROM ${record}_told WHERE version_id IN (SELECT version_id FROM row_fate WHERE file_id = ${id})`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE fw_heirs AS
       SELECT own."at", version_id, arg_min({'file_id': fate.file_id, 'sheet': fate.sheet, 'line': fate.line},
         {'file_id': fate.file_id, 'duplicate': fate.fate = 'duplicate', 'line': fate.line}) AS heir
       FROM row_fate fate JOIN ${record}_told own USING (version_id)
       WHERE fate.file_id <> ${id} AND own.file_id = ${id} GROUP BY ALL`,
    );
    await duck.run(
      `UPDATE ${version} SET file_id = heir.file_id, sheet = heir.sheet, line = heir.line
       FROM fw_heirs WHERE ${version}.rowid = fw_heirs."at"`,
    );
    await duck.run(
      `DELETE FROM row_fate USING fw_heirs WHERE row_fate.version_id = fw_heirs.version_id
         AND row_fate.file_id = heir.file_id AND row_fate.line = heir.line AND row_fate.sheet IS NOT DISTINCT FROM heir.sheet`,
    );
    await duck.run(
      `UPDATE source_file SET accepted = accepted + n, "unchanged" = "unchanged" - n
       FROM (SELECT heir.file_id AS heir_id, count(*) AS n FROM fw_heirs GROUP BY ALL) WHERE file_id = heir_id`,
    );
    await duck.run(`DELETE FROM ${version} WHERE file_id = ${id}`);
  }
  await duck.run(`UPDATE rejected_row SET mended_by = NULL WHERE mended_by = ${id}`);
  await duck.run(`DELETE FROM file_name WHERE sha256 IN (SELECT sha256 FROM source_file WHERE file_id = ${id})`);
  for (const table of ["row_fate", "rejected_row", "source_table", "source_file", "ticket_alias"]) {
    await duck.run(`DELETE FROM ${table} WHERE file_id = ${id}`);
  }
  await duck.run("DELETE FROM batch WHERE batch_id NOT IN (SELECT batch_id FROM source_file)");
  await linkTickets(duck, "fw_undone_ticket", "fw_undone_ticket");
  for (const record of RECORD_NAMES) {
    const keys = `fw_undone_${record}`;
    await mergeVersions(duck, record, keys);
    await duck.run(`DROP TABLE ${identifier(keys)}`);
  }
  await duck.run("DROP TABLE fw_heirs");
}
