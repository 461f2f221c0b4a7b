import type { Taxonomy } from "../config/taxonomy.ts";
import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { mergeVersions } from "../warehouse/merge.ts";
import { addVersionColumns } from "../warehouse/version-columns.ts";

/** Days of the made-up tickets: whole years, so that every standard period is complete. */
export const SPAN = { from: "2016-01-01", to: "2025-12-31", days: 3653 } as const;

/** Tickets that one statement makes, so that making them takes little memory. */
const BATCH = 1_000_000;
const GROUPS = { groups: 20, leaves: 3 } as const;
const CHANNELS = ["电话", "互联网", "来人", "来函", "12345转办", "全国12315平台"];
const UNITS = Array.from({ length: 30 }, (_, index) => `样例${index + 1}所`);
const REGIONS = Array.from({ length: 20 }, (_, index) => `9999${String(index + 1).padStart(2, "0")}`);

/** SQL of a number drawn for ticket `i`: the same one for the same seed (`$1`) and use (`salt`). */
export const draw = (salt: string) => `hash(i, $1::BIGINT, ${literal(salt)})`;
/** SQL of whether one ticket in `of` is chosen. */
export const oneIn = (of: number, salt: string) => `${draw(salt)} % ${of} = 0`;
/** SQL of a number of 0 to 1, neither of them included. */
const uniform = (salt: string) => `(((${draw(salt)} >> 11) + 0.5) / 9007199254740992)`;
/** SQL of whole days from 0 on, fewer than `below`; the short times are the most frequent. */
export const days = (below: number, salt: string) => `to_days(CAST(floor(${below} * ${uniform(salt)} ^ 2) AS INTEGER))`;
/** SQL of an amount to the half yuan, log-normal around a median. */
export const amount = (median: number, sigma: number, salt: string) =>
  `CAST(least(round(2 * ${median} * exp(${sigma} * sqrt(-2 * ln(${uniform(salt)})) * cos(2 * pi() * ${uniform(`${salt}, angle`)}))) / 2, 5e6) AS DECIMAL(18,2))`;

/** SQL of one of some values, by their weights per cent. */
export function weighted(weights: Readonly<Record<string, number>>, salt: string): string {
  let below = 0;
  const cases = Object.entries(weights).map(([value, weight]) => {
    below += weight;
    return `WHEN ${draw(salt)} % 100 < ${below} THEN ${literal(value)}`;
  });
  return `CASE ${cases.join(" ")} END`;
}

/** SQL of one of the texts of a parameter, a JSON list; the first ones are the most frequent, one in twenty is missing. */
const oneOf = (texts: string, count: number, salt: string) =>
  `CASE WHEN NOT ${oneIn(20, `${salt}, missing`)} THEN from_json(${texts}, '["VARCHAR"]')[1 + CAST(floor(${count} * ${uniform(salt)} ^ 1.5) AS INTEGER)] END`;

const happened = (moment: string) => `CASE WHEN ${moment} < TIMESTAMP '${SPAN.to}' + INTERVAL 1 DAY THEN ${moment} END`;

/** The columns of a ticket's version and their SQL, over `stepped`. */
function columns(categories: number): Readonly<Record<string, string>> {
  return {
    native_id: "NULL::VARCHAR",
    kind: "kind",
    registered_at: "registered_at",
    registered_at_precision: "'second'",
    accepted_at: `CASE WHEN NOT refused AND NOT ${oneIn(20, "accepted, missing")} THEN ${happened("accepted_at")} END`,
    accepted_at_precision: "'day'",
    first_checked_at: `CASE WHEN kind = 'report' THEN ${happened("checked_at")} END`,
    first_checked_at_precision: "'day'",
    concluded_at: happened("concluded_at"),
    concluded_at_precision: "'day'",
    acceptance: `CASE WHEN refused THEN 'refused' WHEN ${happened("accepted_at")} IS NOT NULL THEN 'accepted' ELSE 'pending' END`,
    channel: oneOf("$4", CHANNELS.length, "channel"),
    unit: oneOf("$5", UNITS.length, "unit"),
    status: `CASE WHEN ${happened("concluded_at")} IS NOT NULL THEN 'concluded' ELSE 'in_progress' END`,
    category_code: oneOf("$6", categories, "category"),
    problem_codes: `nullif(list_distinct([problem, CASE WHEN ${oneIn(4, "problems")} THEN second_problem END]), [])`,
    outcome: `CASE WHEN kind = 'complaint' AND ${happened("concluded_at")} IS NOT NULL THEN CASE WHEN refused THEN 'not_accepted' ELSE ended END END`,
    satisfied: `CASE WHEN kind = 'complaint' AND ${oneIn(3, "asked")} THEN NOT ${oneIn(9, "satisfied")} END`,
    paid: `CASE WHEN kind <> 'inquiry' AND ${oneIn(3, "paid")} THEN disputed END`,
    disputed: "CASE WHEN kind = 'complaint' THEN disputed END",
    // Three in ten of all; the forms of some systems print 0 where nothing was recovered.
    recovered: `CASE WHEN kind = 'complaint' AND ${happened("concluded_at")} IS NOT NULL AND NOT refused THEN CASE
      WHEN ended IN ('agreement', 'settled_by_parties') AND NOT ${oneIn(5, "recovered, missing")} THEN CAST(round(disputed * ${uniform("recovered")} * 2) / 2 AS DECIMAL(18,2))
      WHEN ${oneIn(4, "zero")} THEN 0 END END`,
    added: `CASE WHEN kind = 'complaint' AND ended = 'agreement' AND ${oneIn(50, "added")} THEN greatest(500, disputed * 3)::DECIMAL(18,2) END`,
    in_kind: `CASE WHEN kind = 'complaint' AND ended = 'agreement' AND ${oneIn(50, "in kind")} THEN ${amount(200, 1, "in kind, amount")} END`,
    region_code: oneOf("$7", REGIONS.length, "region"),
    case_filed: `kind <> 'inquiry' AND ${oneIn(15, "filed")}`,
    appraisal: `kind = 'complaint' AND ${draw("appraisal")} % 100 < 3`,
    complainant_key: `CASE WHEN NOT ${oneIn(10, "unknown")} THEN '1' || lpad(CAST(${draw("person")} % (($8::BIGINT * 6) // 10) AS VARCHAR), 10, '0') END`,
  };
}

/**
 * Makes tickets of ten years in the tables of versions, as the loading of an export would have: seven in ten are complaints, two are
 * reports, one is an inquiry. One in twenty came twice, when it was registered and in the end, and is merged.
 */
export async function makeTickets(
  duck: Duck,
  options: { tickets: number; seed: number; taxonomy: Taxonomy },
): Promise<void> {
  const { tickets, seed, taxonomy } = options;
  const categories = taxonomy.categories
    .slice(0, GROUPS.groups)
    .flatMap(({ children }) => children.slice(0, GROUPS.leaves).map(({ code }) => code));
  const problems = taxonomy.problems.map(({ code }) => code);
  const fields = columns(categories.length);
  const names = Object.keys(fields);
  await addVersionColumns(duck, "ticket", names);
  const lists = [CHANNELS, UNITS, categories, REGIONS, problems].map((texts) => JSON.stringify(texts));
  const [channels, units, codes, regions, kinds] = lists as [string, string, string, string, string];
  for (let first = 0; first < tickets; first += BATCH) {
    await duck.run(
      `INSERT INTO ticket_version (record_key, part, file_id, line, ${names.map(identifier).join(", ")})
       WITH made AS (
         SELECT i, TIMESTAMP '${SPAN.from}' + to_seconds(CAST(floor(i * (${SPAN.days} * 86400.0 / $8::BIGINT)) AS BIGINT)) AS registered_at,
           ${weighted({ complaint: 70, report: 20, inquiry: 10 }, "kind")} AS kind FROM range($2::BIGINT, $3::BIGINT) AS range(i)
       ), stepped AS (
         SELECT *, kind <> 'inquiry' AND ${oneIn(12, "refused")} AS refused,
           -- Inquiries are answered at once.
           date_trunc('day', registered_at) + CASE WHEN kind = 'inquiry' THEN INTERVAL 0 DAY ELSE ${days(10, "accepted")} END AS accepted_at,
           date_trunc('day', registered_at) + ${days(12, "checked")} AS checked_at,
           CASE WHEN kind = 'inquiry' THEN date_trunc('day', registered_at) ELSE accepted_at + ${days(90, "concluded")} END AS concluded_at,
           ${weighted({ agreement: 55, no_agreement: 20, withdrawn: 8, unreachable: 5, settled_by_parties: 6, referred: 3, other: 3 }, "ended")} AS ended,
           ${amount(300, 1.6, "disputed")} AS disputed, ${oneOf("$9", problems.length, "problem")} AS problem, ${oneOf("$9", problems.length, "second problem")} AS second_problem
         FROM made
       )
       SELECT 'bench:' || (160000000000000000 + i), false, 1, i + 2, ${Object.values(fields).join(", ")} FROM stepped`,
      [
        BigInt(seed),
        BigInt(first),
        BigInt(Math.min(first + BATCH, tickets)),
        channels,
        units,
        codes,
        regions,
        BigInt(tickets),
        kinds,
      ],
    );
  }
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE bench_twice AS
     SELECT record_key, line, kind, registered_at FROM ticket_version WHERE hash(record_key, $1::BIGINT) % 20 = 0`,
    [BigInt(seed)],
  );
  await duck.run(
    `INSERT INTO ticket_version (record_key, part, file_id, line, kind, registered_at, registered_at_precision, status)
     SELECT record_key, false, 2, line, kind, registered_at, 'second', 'registered' FROM bench_twice`,
  );
  await mergeVersions(duck, "ticket", "bench_twice");
}
