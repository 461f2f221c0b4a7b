import type { Duck } from "../../src/duck/open.ts";

/** A fixed scramble of the ticket's number in 0…of − 1: DuckDB's own hash may change from version to version. */
const pick = (salt: number, of: number) =>
  `((((i * 2654435761 + ${salt} * 40503) % 4294967296) // 65536) * ${2 * salt + 1} % 65521 % ${of})`;
const choose = (salt: number, values: readonly string[]) => `[${values.join(", ")}][1 + ${pick(salt, values.length)}]`;
const texts = (values: readonly string[]) => values.map((value) => (value === "" ? "NULL" : `'${value}'`));

/**
 * Inserts n invented tickets, registered from 2021-01-01 on to 2026-06-17, of 12 units, 5 groups of categories, 5 problems (one in
 * eight tickets has two), 8 regions of very unequal size; the same ones every time.
 */
export async function insertMany(duck: Duck, n: number): Promise<void> {
  const skewed = [
    "G0101",
    "G0101",
    "G0101",
    "G0102",
    "G0201",
    "G0201",
    "G0202",
    "G0301",
    "S0101",
    "S0101",
    "S0102",
    "S0203",
    "G02",
    "",
  ];
  const units = Array.from({ length: 12 }, (_, index) => `'样例${index + 1}所'`);
  await duck.run(
    `INSERT INTO ticket_merged (record_key, id_basis, source, versions, quality, native_id, kind, registered_at, accepted_at, concluded_at,
       status, acceptance, channel, unit, category_code, problem_codes, outcome, disputed, recovered, recovered_basis, region_code, case_filed, complainant_key)
     WITH raw AS (
       SELECT i, TIMESTAMP '2021-01-01' + to_seconds(CAST(i * (1994.0 * 86400 / $1) AS BIGINT)) AS registered_at FROM range($1::INTEGER) t(i)
     ), stepped AS (
       SELECT *, ${choose(1, texts(["complaint", "complaint", "complaint", "report", "inquiry"]))} AS kind,
         ${pick(2, 20)} = 0 AS refused, ${pick(3, 9)} AS waits, 5 + ${pick(4, 50)} AS takes,
         ${choose(5, texts(["agreement", "agreement", "agreement", "no_agreement", "withdrawn", "settled_by_parties", "unreachable"]))} AS ended
       FROM raw
     ), dated AS (
       SELECT *, registered_at + to_days(waits::INTEGER) AS accepted_at, registered_at + to_days((waits + takes)::INTEGER) AS concluded_at FROM stepped
     )
     SELECT 'made-up:' || i, 'native', 'made-up', 1, CASE WHEN i % 50 = 0 THEN ['unmapped_region'] ELSE [] END, 'N' || i, kind, registered_at,
       CASE WHEN refused OR accepted_at > TIMESTAMP '2026-06-17 23:00:00' THEN NULL ELSE accepted_at END,
       CASE WHEN concluded_at > TIMESTAMP '2026-06-17 23:00:00' OR kind = 'inquiry' THEN NULL ELSE concluded_at END,
       CASE WHEN concluded_at > TIMESTAMP '2026-06-17 23:00:00' THEN 'in_progress' ELSE 'concluded' END,
       CASE WHEN refused THEN 'refused' END,
       ${choose(6, texts(["12345", "12315", "来访"]))}, ${choose(7, units)}, ${choose(8, texts(skewed))},
       CASE WHEN i % 8 = 0 THEN ['P02', 'P05'] ELSE [${choose(9, texts(["P01", "P02", "P02", "P03", "P04", "P05"]))}] END,
       CASE WHEN kind = 'complaint' AND NOT refused AND concluded_at <= TIMESTAMP '2026-06-17 23:00:00' THEN ended END,
       CASE WHEN kind = 'complaint' THEN ${pick(10, 700000)}::DECIMAL(18,2) / 100 END,
       CASE WHEN kind = 'complaint' AND ended = 'agreement' THEN CASE WHEN i % 11 = 0 THEN 0 ELSE ${pick(11, 500000)}::DECIMAL(18,2) / 100 END END,
       CASE WHEN kind = 'complaint' AND ended = 'agreement' THEN CASE WHEN i % 11 = 0 THEN 'zero_stated' ELSE 'stated' END ELSE 'not_recorded' END,
       CASE WHEN i % 50 = 0 THEN NULL WHEN i % 401 = 0 THEN '999908' ELSE ${choose(12, texts(["999901", "999901", "999901", "999902", "999902", "999903", "999904", "999905"]))} END,
       kind = 'report' AND ${pick(13, 6)} = 0,
       CASE WHEN i % 7 = 0 THEN NULL ELSE 'c' || ${pick(14, 9000)} END
     FROM dated`,
    [n],
  );
}
