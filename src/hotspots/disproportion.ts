import type { Exposure } from "../config/exposure.ts";
import type { Duck } from "../duck/open.ts";
import { createTable } from "../duck/table.ts";
import { informationComponent } from "../stats/disproportion.ts";
import { fitMixture, type MixturePrior, shrunkRatio, squash } from "../stats/gamma-poisson.ts";
import { poissonInterval } from "../stats/poisson-interval.ts";

interface PairRow {
  business: string;
  problem: string;
  both: number;
  row: number;
  expected: number;
}

/** Columns of `hotspot_disproportion`. */
const COLUMNS = {
  rank: "INTEGER",
  business: "VARCHAR",
  problem: "VARCHAR",
  observed: "BIGINT",
  all_of_business: "BIGINT",
  expected: "DOUBLE",
  ic: "DOUBLE",
  ic_low: "DOUBLE",
  ebgm: "DOUBLE",
  eb05: "DOUBLE",
  stands_out: "BOOLEAN",
  rate_ratio: "DOUBLE",
  rate_ratio_low: "DOUBLE",
} as const;

/** Fewer than so many people with a pair are no sign of anything. */
const LEAST = 3;
/** With fewer pairs no prior can be fitted to them. */
const LEAST_PAIRS = 100;
/** The strongest so many are kept. */
const MOST = 500;

/** How a business's complaints stand to what it is exposed to: null where that is not known. */
interface Rate {
  readonly ratio: number;
  readonly low: number;
}

/**
 * Complaints of each business for its exposure, over those of all businesses whose exposure is known; the exact lower limit
 * for the business's own count, the others taken as fixed.
 */
function rates(counts: ReadonlyMap<string, number>, exposure: Exposure | null): Map<string, Rate> {
  const known = (exposure?.businesses ?? []).map(({ name, value }) => ({ name, value, count: counts.get(name) ?? 0 }));
  const [all, values] = [
    known.reduce((sum, one) => sum + one.count, 0),
    known.reduce((sum, one) => sum + one.value, 0),
  ];
  return new Map(
    known.map(({ name, value, count }) => {
      const expected = (all * value) / values;
      return [name, { ratio: count / expected, low: (poissonInterval(count)?.low ?? 0) / expected }];
    }),
  );
}

/**
 * Creates the temp table `hotspot_disproportion`: which businesses draw more complaints of a problem than their and the
 * problem's numbers lead to expect, over the year up to the as-of date. A report is one person's complaints of one business,
 * so that a person who complains often counts once; natural persons and unknown businesses are left out. `ic` and its lower limit
 * (Norén et al. 2013), EBGM and EB05 (DuMouchel 1999; NULL where there are too few pairs to fit a prior to); `stands_out`
 * where the IC's lower limit is above 0 or EB05 at least 2. It is a snapshot of proportions, no trend and no rate: with
 * `exposure`, `rate_ratio` and its lower limit say how the business's complaints stand to its size.
 */
export async function createDisproportion(
  duck: Duck,
  options: { asOf: string; exposure: Exposure | null },
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_report AS
     SELECT respondent_name AS business, coalesce(complainant_key, record_key) AS person,
       list_distinct(flatten(list(problem_codes))) AS problems
     FROM ticket
     WHERE kind = 'complaint' AND respondent_name IS NOT NULL AND respondent_natural IS NOT TRUE
       AND registered_at::DATE > $1::DATE - INTERVAL 1 YEAR AND registered_at::DATE <= $1::DATE
     GROUP BY ALL HAVING len(problems) > 0`,
    [options.asOf],
  );
  const pairs = await duck.rows<PairRow>(
    `WITH pair AS (SELECT business, unnest(problems) AS problem FROM hotspot_report),
       own AS (SELECT business, problem, count(*)::DOUBLE AS "both" FROM pair GROUP BY ALL),
       business AS (SELECT business, count(*)::DOUBLE AS n FROM hotspot_report GROUP BY ALL),
       problem AS (SELECT problem, count(*)::DOUBLE AS n FROM pair GROUP BY ALL)
     SELECT business, problem, "both", business.n AS "row", business.n * problem.n / (SELECT count(*) FROM hotspot_report) AS expected
     FROM own JOIN business USING (business) JOIN problem USING (problem) ORDER BY business, problem`,
  );
  await duck.run("DROP TABLE hotspot_report");
  const weighted = pairs.map(({ both, expected }) => ({ observed: both, expected, weight: 1 }));
  const prior: MixturePrior | null = pairs.length >= LEAST_PAIRS ? fitMixture(squash(weighted)) : null;
  const byExposure = rates(new Map(pairs.map(({ business, row }) => [business, row])), options.exposure);
  const rows = pairs
    .filter(({ both, expected }) => both >= LEAST && both > expected)
    .map(({ business, problem, both, row, expected }) => {
      const component = informationComponent(both, expected);
      const shrunk = prior && shrunkRatio(both, expected, prior);
      const rate = byExposure.get(business);
      return {
        business,
        problem,
        observed: both,
        all_of_business: row,
        expected,
        ic: component.value,
        ic_low: component.low,
        ebgm: shrunk?.mean ?? null,
        eb05: shrunk?.low ?? null,
        stands_out: component.low > 0 || (shrunk !== null && shrunk.low >= 2),
        rate_ratio: rate?.ratio ?? null,
        rate_ratio_low: rate?.low ?? null,
      };
    })
    .sort((a, b) => b.ic_low - a.ic_low || (a.business < b.business ? -1 : 1))
    .slice(0, MOST)
    .map((row, i) => ({ rank: i + 1, ...row }));
  await createTable(duck, "hotspot_disproportion", COLUMNS, rows);
}
