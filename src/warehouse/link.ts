import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { versionColumns } from "./version-columns.ts";
import { toldSql } from "./views.ts";

/** A number that more tickets than this share is no ticket's: a form's, a day's or a filler's. */
const MOST_SHARED = 5;
/** Linked numbers lie no further apart than this many steps; it bounds the search. */
const MOST_STEPS = 16;

/** Finds the pairs that are alike, but that one layout tells as two tickets: its system knows better. */
async function tellApart(duck: Duck): Promise<void> {
  const columns = await versionColumns(duck, "ticket");
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_apart AS
     WITH pairs AS (SELECT DISTINCT alias_key AS a, record_key AS b FROM ticket_alias WHERE NOT certain),
     keys AS (SELECT a AS record_key FROM pairs UNION SELECT b FROM pairs),
     seen AS (SELECT record_key, version_id, file_id FROM (${toldSql("ticket", columns, "record_key IN (SELECT record_key FROM keys)")})),
     told AS (
       SELECT record_key, file_id FROM seen
       UNION SELECT record_key, row_fate.file_id FROM seen JOIN row_fate USING (version_id)
     ),
     layouts AS (SELECT DISTINCT record_key, profile, layout FROM told JOIN source_file USING (file_id))
     SELECT DISTINCT a, b FROM pairs JOIN layouts one ON one.record_key = a JOIN layouts other ON other.record_key = b
     WHERE one.profile = other.profile AND one.layout = other.layout`,
  );
}

/**
 * Brings `ticket_link` up to date for the tickets of the table `keys` (column `record_key`) and those that they share a number
 * with: two channels that each give a ticket a number of their own, and of which one tells both, are joined under the
 * smallest of the numbers. The keys of all tickets that are joined, or were, are added to the table `into`.
 */
export async function linkTickets(duck: Duck, keys: string, into: string): Promise<void> {
  const table = identifier(keys);
  const { any } = await duck.row<{ any: boolean }>(
    "SELECT (SELECT count(*) FROM ticket_alias) + (SELECT count(*) FROM ticket_link) > 0 AS any",
  );
  if (!any) return;
  await tellApart(duck);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_edges AS
     SELECT DISTINCT alias_key, record_key FROM ticket_alias
     WHERE (certain OR (alias_key, record_key) NOT IN (SELECT (a, b) FROM fw_apart))
       AND alias_key NOT IN (SELECT alias_key FROM ticket_alias GROUP BY alias_key HAVING count(DISTINCT record_key) > ${MOST_SHARED})`,
  );
  // The tickets that can be told of: those given, those that they were joined with, and those that they share numbers with.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_reach AS
     SELECT record_key AS key FROM ${table}
     UNION SELECT joined_key FROM ticket_link WHERE record_key IN (SELECT record_key FROM ${table})
     UNION SELECT record_key FROM ticket_link WHERE joined_key IN (SELECT record_key FROM ${table})`,
  );
  for (let step = 0; step < MOST_STEPS; step++) {
    const before = await duck.row<{ n: number }>("SELECT count(*)::DOUBLE AS n FROM fw_reach");
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE fw_reach AS
       SELECT key FROM fw_reach
       UNION SELECT record_key FROM fw_edges WHERE alias_key IN (SELECT key FROM fw_reach)
       UNION SELECT alias_key FROM fw_edges WHERE record_key IN (SELECT key FROM fw_reach)`,
    );
    const after = await duck.row<{ n: number }>("SELECT count(*)::DOUBLE AS n FROM fw_reach");
    if (after.n === before.n) break;
  }
  await duck.run("CREATE OR REPLACE TEMP TABLE fw_label AS SELECT key, key AS label FROM fw_reach");
  for (let step = 0; step < MOST_STEPS; step++) {
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE fw_next AS
       WITH pairs AS (
         SELECT alias_key AS a, record_key AS b FROM fw_edges WHERE alias_key IN (SELECT key FROM fw_reach)
         UNION ALL SELECT record_key, alias_key FROM fw_edges WHERE alias_key IN (SELECT key FROM fw_reach)
       )
       SELECT l.key, least(l.label, min(other.label)) AS label
       FROM fw_label l LEFT JOIN pairs ON pairs.a = l.key LEFT JOIN fw_label other ON other.key = pairs.b
       GROUP BY l.key, l.label`,
    );
    const { changed } = await duck.row<{ changed: number }>(
      "SELECT count(*)::DOUBLE AS changed FROM fw_label JOIN fw_next USING (key) WHERE fw_label.label <> fw_next.label",
    );
    await duck.run("CREATE OR REPLACE TEMP TABLE fw_label AS FROM fw_next");
    if (changed === 0) break;
  }
  const joined =
    "SELECT record_key FROM ticket_link WHERE record_key IN (SELECT key FROM fw_reach) UNION SELECT joined_key FROM ticket_link WHERE record_key IN (SELECT key FROM fw_reach)";
  await duck.run(`INSERT INTO ${identifier(into)} ${joined}`);
  await duck.run("DELETE FROM ticket_link WHERE record_key IN (SELECT key FROM fw_reach)");
  // Only keys that versions have are tickets; the smallest of these names them all.
  await duck.run(
    `INSERT INTO ticket_link
     WITH own AS (SELECT key, label FROM fw_label WHERE key IN (SELECT record_key FROM ticket_version)),
     named AS (SELECT label, min(key) AS joined_key FROM own GROUP BY label HAVING count(*) > 1)
     SELECT key, joined_key FROM own JOIN named USING (label) WHERE key <> joined_key`,
  );
  await duck.run(`INSERT INTO ${identifier(into)} ${joined}`);
  for (const made of ["fw_apart", "fw_edges", "fw_reach", "fw_label", "fw_next"]) await duck.run(`DROP TABLE ${made}`);
}
