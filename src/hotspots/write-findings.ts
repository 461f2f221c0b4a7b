import { DOUBLE, INTEGER } from "@duckdb/node-api";
import { appender } from "../duck/append.ts";
import type { Duck } from "../duck/open.ts";
import type { Finding } from "./assess.ts";
import type { Grain } from "./grain.ts";
import { LEVELS, type Verdict } from "./levels.ts";
import { oddsOf } from "./odds.ts";

const TYPES = [
  INTEGER,
  INTEGER,
  DOUBLE,
  DOUBLE,
  DOUBLE,
  DOUBLE,
  DOUBLE,
  DOUBLE,
  DOUBLE,
  INTEGER,
  INTEGER,
  INTEGER,
  INTEGER,
];

/** NaN in a column stands for "nothing to say": NULL in SQL. */
const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/**
 * Creates the temp table `hotspot_finding` (one row a cell and period: expected, range, phi, p, q, shrunk ratio, level,
 * measured odds of a flag, detector as "id/version", reason, past years that it looked at).
 */
export async function writeFindings(
  duck: Duck,
  grain: Grain,
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE hotspot_row (
  cell_id INTEGER, t INTEGER, expected DOUBLE, low DOUBLE, high DOUBLE, phi DOUBLE, p DOUBLE, q DOUBLE, at_least DOUBLE,
  one_in INTEGER, quiet_periods INTEGER, level INTEGER, choice INTEGER)`);
  const names = new Map<string, { number: number; detector: string; reason: string; years: number }>();
  const append = await appender(duck, "hotspot_row", TYPES);
  for (const [index, finding] of findings.entries()) {
    const verdict = verdicts[index];
    for (const [i, choice] of finding.choice.entries()) {
      if (!choice.detector) continue;
      const detector = `${choice.detector.id}/${choice.detector.version}`;
      const { reason, years } = choice;
      const key = `${detector}\n${reason}\n${years}`;
      const name = names.get(key) ?? { number: names.size, detector, reason, years };
      names.set(key, name);
      const level = verdict?.level[i] ?? 0;
      const [expected, p] = [finding.expected[i] as number, finding.p[i] as number];
      const odds = level > 0 ? oddsOf({ detector: choice.detector.id, grain, years, expected, p }) : null;
      const row = [
        finding.cell,
        finding.from + i,
        orNull(expected),
        orNull(finding.low[i]),
        orNull(finding.high[i]),
        orNull(finding.phi[i]),
        orNull(p),
        orNull(verdict?.q[i]),
        orNull(verdict?.atLeast[i]),
        odds?.oneIn ?? null,
        odds?.weeks ?? null,
        level,
        name.number,
      ];
      append.row(row);
    }
  }
  append.close();
  await duck.run(
    "CREATE OR REPLACE TEMP TABLE hotspot_choice (choice INTEGER, detector VARCHAR, reason VARCHAR, years INTEGER)",
  );
  for (const { number, detector, reason, years } of names.values()) {
    await duck.run("INSERT INTO hotspot_choice VALUES ($1, $2, $3, $4)", [number, detector, reason, years]);
  }
  const levels = LEVELS.map((level, number) => `WHEN ${number} THEN ${number === 0 ? "NULL" : `'${level}'`}`).join(" ");
  await duck.run(`CREATE OR REPLACE TEMP TABLE hotspot_finding AS
SELECT * EXCLUDE (level, choice), CASE level ${levels} END AS level
FROM hotspot_row JOIN hotspot_choice USING (choice)`);
  await duck.run("DROP TABLE hotspot_row");
  await duck.run("DROP TABLE hotspot_choice");
}
