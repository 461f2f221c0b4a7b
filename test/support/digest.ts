import { openWarehouse } from "../../src/warehouse/open.ts";
import { RECORD_NAMES } from "../../src/warehouse/records.ts";

/**
 * What a warehouse says, apart from when and in which batch it was loaded: current records, versions, and the fate of
 * every row by file. Two warehouses with the same answer are the same to every later stage.
 */
export async function warehouseContent(file: string): Promise<Record<string, unknown[]>> {
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    const content: Record<string, unknown[]> = {};
    for (const record of RECORD_NAMES) {
      content[record] = await warehouse.rows(`SELECT * FROM ${record} ORDER BY record_key`);
      content[`${record}_version`] = await warehouse.rows(
        `SELECT * EXCLUDE (file_id, sheet, line, unread, "at") FROM ${record}_told ORDER BY version_id`,
      );
    }
    return content;
  } finally {
    warehouse.close();
  }
}

/** The fates of rows by file, of a warehouse that was loaded in a known order. */
export async function warehouseFates(file: string): Promise<unknown[]> {
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    return await warehouse.rows(
      `SELECT f.sha256, s.sheet, s.line, s.fate, s.version_id, r.code, r.column_name, r.value, r.cells
       FROM source_row s JOIN source_file f USING (file_id) LEFT JOIN rejected_row r ON r.file_id = s.file_id AND r.line = s.line AND r.sheet IS NOT DISTINCT FROM s.sheet
       ORDER BY ALL`,
    );
  } finally {
    warehouse.close();
  }
}
