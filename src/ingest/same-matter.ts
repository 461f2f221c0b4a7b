import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { Choice } from "./choose.ts";

/** The same matter reaches two channels within so many days. */
const DAYS = 7;
/** A shorter text is told by many. */
const LEAST_SIGNS = 12;

/**
 * Finds tickets that another system handed on with a number of its own, and no row that tells both (12345 转 12315): the same
 * telephone, the same account in the same words, registered within a week, in exports of another layout. What one person
 * lodges twice in one system stays two tickets; so do those that any layout tells as two. The pairs go to `ticket_alias` as rows of the file `fileId`. Reads `fw_row`.
 */
export async function aliasSameMatter(
  duck: Duck,
  fileId: number,
  choice: Choice,
  fields: readonly string[],
): Promise<void> {
  const needed = ["complainant_key", "narrative", "registered_at"];
  if (needed.some((field) => !fields.includes(field))) return;
  // First by what is cheap to read; the texts only of those that are left.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_alike AS
     WITH own AS (
       SELECT record, record_key, f_complainant_key AS person, f_registered_at AS registered_at FROM fw_row
       WHERE code IS NULL AND starts_with(f_complainant_key, 'tel:') AND length(f_narrative) >= ${LEAST_SIGNS}
     )
     SELECT own.record, own.record_key, other.record_key AS other_key, other."at"
     FROM own JOIN ticket_told other ON other.complainant_key = own.person
     WHERE other.record_key <> own.record_key AND abs(date_diff('day', own.registered_at, other.registered_at)) <= ${DAYS}
       AND other.file_id IN (SELECT file_id FROM source_file WHERE layout <> ${literal(choice.layout.id)})`,
  );
  await duck.run(
    `INSERT INTO ticket_alias
     SELECT DISTINCT other_key, fw_alike.record_key, ${Math.trunc(fileId)}, false
     FROM fw_alike JOIN fw_row USING (record) JOIN ticket_told other ON other."at" = fw_alike."at"
     WHERE fw_word(other.narrative) = fw_word(f_narrative)`,
  );
  await duck.run("DROP TABLE fw_alike");
}
