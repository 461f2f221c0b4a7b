import { type Duck, openDuck } from "../../src/duck/open.ts";
import { MIGRATIONS } from "../../src/warehouse/migrations.ts";

/** A made-up complaint; what is not given is unknown. */
export interface Made {
  readonly day: string;
  readonly category?: string;
  readonly problems?: readonly string[];
  readonly region?: string;
  readonly person?: string;
  readonly kind?: string;
  readonly channel?: string;
  /** Whom it complains of, and whether that is a natural person. */
  readonly business?: string;
  readonly natural?: boolean;
  readonly brand?: string;
}

/** An empty warehouse in memory. */
export async function emptyWarehouse(): Promise<Duck> {
  const duck = await openDuck(":memory:", { threads: 2 });
  for (const { sql } of MIGRATIONS) for (const statement of sql) await duck.run(statement);
  return duck;
}

/** Adds tickets from a query that gives day, category, problems, region, person, kind, channel, business, natural, brand. */
export async function insertFrom(duck: Duck, query: string, params: string[] = []): Promise<void> {
  await duck.run(
    `INSERT INTO ticket_merged (record_key, id_basis, source, versions, kind, registered_at, category_code, problem_codes,
  region_code, complainant_key, channel, respondent_name, respondent_natural, brand, quality)
SELECT 'made-' || (row_number() OVER () + (SELECT count(*) FROM ticket)), 'native', 'made', 1, kind, day::TIMESTAMP,
  category, problems, region, person, channel, business, "natural", brand, []
FROM (${query})`,
    params,
  );
}

const MADE = JSON.stringify([
  {
    day: "VARCHAR",
    category: "VARCHAR",
    problems: ["VARCHAR"],
    region: "VARCHAR",
    person: "VARCHAR",
    kind: "VARCHAR",
    channel: "VARCHAR",
    business: "VARCHAR",
    natural: "BOOLEAN",
    brand: "VARCHAR",
  },
]);

/** Tells of every ticket in an export of its own day, so that every day is known to be complete at its end. */
async function exportDaily(duck: Duck): Promise<void> {
  await duck.run(
    `INSERT INTO source_file (file_id, sha256, name, bytes, format, encoding, profile, profile_version, layout, record, exported_at, batch_id,
       loaded_at, header, "rows", accepted, "unchanged", duplicate, rejected)
     SELECT (SELECT count(*) FROM source_file) + row_number() OVER (ORDER BY day), sha256(day::VARCHAR), day || '.csv', 1, 'csv', 'utf-8', 'made', 1,
       'tickets', 'ticket', day + INTERVAL 86399 SECOND, 'b', day, [], 0, 0, 0, 0, 0
     FROM (SELECT DISTINCT registered_at::DATE AS day FROM ticket_merged)
     WHERE day || '.csv' NOT IN (SELECT name FROM source_file)`,
  );
  await duck.run(
    `INSERT INTO ticket_version (record_key, part, file_id, line)
     SELECT record_key, false, file_id, row_number() OVER () FROM ticket_merged
     JOIN source_file ON name = registered_at::DATE || '.csv'
     WHERE record_key NOT IN (SELECT record_key FROM ticket_version)`,
  );
}

/** Adds tickets given one by one; `daily`: each is told of in an export of its own day, else in none that has a day. */
export async function insertTickets(duck: Duck, tickets: readonly Made[], { daily = true } = {}): Promise<void> {
  const rows = tickets.map((ticket) => ({ kind: "complaint", problems: [], ...ticket }));
  await insertFrom(duck, `SELECT made.* FROM (SELECT unnest(from_json($1, '${MADE}')) AS made)`, [
    JSON.stringify(rows),
  ]);
  if (daily) await exportDaily(duck);
}

/** The days from `first`, `count` of them, `step` days apart. */
export function days(first: string, count: number, step = 1): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => new Date(start + i * step * 86_400_000).toISOString().slice(0, 10));
}
