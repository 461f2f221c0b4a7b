import { DOUBLE, INTEGER } from "@duckdb/node-api";
import { appender } from "../duck/append.ts";
import type { Duck } from "../duck/open.ts";
import type { Finding } from "./assess.ts";
import { LEVELS, type Verdict } from "./levels.ts";

const TYPES = [INTEGER, INTEGER, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, INTEGER, INTEGER];

/** NaN in a column stands for "nothing to say": NULL in SQL. */
const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/**
 * Creates the temp table `hotspot_finding` (one row a cell and period: expected, range, p, q, shrunk ratio, level,
 * detector as "id/version", reason).
 */
export async function writeFindings(
  duck: Duck,
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE hotspot_row (
  cell_id INTEGER, t INTEGER, expected DOUBLE, low DOUBLE, high DOUBLE, p DOUBLE, q DOUBLE, at_least DOUBLE,
  level INTEGER, choice INTEGER)`);
  const names = new Map<string, { number: number; detector: string; reason: string }>();
  const append = await appender(duck, "hotspot_row", TYPES);
  for (const [index, finding] of findings.entries()) {
    const verdict = verdicts[index];
    for (const [i, choice] of finding.choice.entries()) {
      if (!choice.detector) continue;
      const detector = `${choice.detector.id}/${choice.detector.version}`;
      const key = `${detector}\n${choice.reason}`;
      const name = names.get(key) ?? { number: names.size, detector, reason: choice.reason };
      names.set(key, name);
      const row = [
        finding.cell,
        finding.from + i,
        orNull(finding.expected[i]),
        orNull(finding.low[i]),
        orNull(finding.high[i]),
        orNull(finding.p[i]),
        orNull(verdict?.q[i]),
        orNull(verdict?.atLeast[i]),
        verdict?.level[i] ?? 0,
        name.number,
      ];
      append.row(row);
    }
  }
  append.close();
  await duck.run("CREATE OR REPLACE TEMP TABLE hotspot_choice (choice INTEGER, detector VARCHAR, reason VARCHAR)");
  for (const { number, detector, reason } of names.values()) {
    await duck.run("INSERT INTO hotspot_choice VALUES ($1, $2, $3)", [number, detector, reason]);
  }
  const levels = LEVELS.map((level, number) => `WHEN ${number} THEN ${number === 0 ? "NULL" : `'${level}'`}`).join(" ");
  await duck.run(`CREATE OR REPLACE TEMP TABLE hotspot_finding AS
SELECT * EXCLUDE (level, choice), CASE level ${levels} END AS level
FROM hotspot_row JOIN hotspot_choice USING (choice)`);
  await duck.run("DROP TABLE hotspot_row");
  await duck.run("DROP TABLE hotspot_choice");
}
