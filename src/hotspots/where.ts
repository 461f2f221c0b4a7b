import type { Place } from "../config/places.ts";
import { addDays } from "../day.ts";
import type { Duck } from "../duck/open.ts";
import { createTable } from "../duck/table.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { circles, largestRatio, monteCarlo, permutationExpected, permuteTimes, scanWindows } from "../stats/scan.ts";
import { seededRandom } from "./random.ts";

/** Weeks that are compared, and the longest window that is looked for. */
const WEEKS = 52;
const LONGEST = 8;
/** A circle holds no more than this part of all complaints. */
const LIMIT = 0.5;
const DRAWS = 999;
/** Fewer complaints than this in the whole span are not scanned. */
const LEAST = 20;

/** Columns of `hotspot_scan`. */
const COLUMNS = {
  rank: "INTEGER",
  category: "VARCHAR",
  regions: "VARCHAR[]",
  from: "DATE",
  to: "DATE",
  observed: "BIGINT",
  expected: "DOUBLE",
  llr: "DOUBLE",
  p: "DOUBLE",
  q: "DOUBLE",
  draws: "BIGINT",
} as const;

/** Kilometres between two places, on a globe. */
function kilometres(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const half =
    Math.sin((to - from) / 2) ** 2 +
    Math.cos(from) * Math.cos(to) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(half));
}

interface Found {
  category: string | null;
  regions: string[];
  from: number;
  to: number;
  observed: number;
  expected: number;
  llr: number;
  p: number;
  draws: number;
}

/**
 * Creates the temp table `hotspot_scan`: where and since when complaints gather, by the space-time permutation of Kulldorff et
 * al. (2005, PLoS Med 2:e59), which needs no population: for all complaints and for each category of level 1, the circle of
 * regions and the last one to eight weeks in which more came than region and week by themselves lead to expect. Only what is
 * still under way, that is, up to the last week that is tested. `p` by 999 draws; `q` over all scans. Where it is not known
 * where regions lie each is looked at by itself.
 *
 * People are counted, once a week. Needs the temp tables `dimension` and `series_week`.
 */
export async function createScan(duck: Duck, options: { asOf: string; places: readonly Place[] }): Promise<void> {
  const { asOf, places } = options;
  const [last] = await duck.rows<{ from: string; to: string }>(
    `SELECT "from", "to" FROM series_week WHERE detector IS NOT NULL ORDER BY "from" DESC LIMIT 1`,
  );
  const counts = last
    ? await duck.rows<{ category: string | null; region: string; week: number; n: number }>(
        `WITH complaint AS (
           SELECT coalesce(parent, category_code) AS category, region_code AS region,
             (${WEEKS - 1} - (($2::DATE - registered_at::DATE) // 7))::INTEGER AS week, coalesce(complainant_key, record_key) AS person
           FROM ticket LEFT JOIN dimension ON dim = 'category' AND key = category_code
           WHERE kind = 'complaint' AND region_code IS NOT NULL AND registered_at::DATE <= $2::DATE AND registered_at::DATE <= $1::DATE
             AND registered_at::DATE > $2::DATE - ${7 * WEEKS}
         )
         SELECT category, region, week, count(DISTINCT person)::DOUBLE AS n FROM complaint WHERE category IS NOT NULL GROUP BY ALL
         UNION ALL SELECT NULL, region, week, count(DISTINCT person)::DOUBLE FROM complaint GROUP BY ALL
         ORDER BY ALL`,
        [asOf, last.to],
      )
    : [];
  const regions = [...new Set(counts.map(({ region }) => region))].sort();
  const at = regions.map((region) => places.find(({ code }) => code === region));
  const located = at.every((place) => place !== undefined);
  const distance = (i: number, j: number) =>
    i === j ? 0 : located ? kilometres(at[i] as Place, at[j] as Place) : Number.POSITIVE_INFINITY;
  const random = seededRandom(1);
  const found: Found[] = [];
  for (const category of [...new Set(counts.map((row) => row.category))]) {
    const own = counts.filter((row) => row.category === category);
    const total = own.reduce((sum, { n }) => sum + n, 0);
    if (total < LEAST) continue;
    const cases = Array.from({ length: WEEKS }, () => new Float64Array(regions.length));
    for (const { region, week, n } of own) (cases[week] as Float64Array)[regions.indexOf(region)] = n;
    const weight = regions.map((_, place) => cases.reduce((sum, row) => sum + (row[place] as number), 0));
    const zones = located
      ? circles(regions.length, weight, distance, { limit: LIMIT })
      : regions.map((_, place) => Int32Array.of(place));
    const spread = { cases, expected: permutationExpected(cases), zones, most: LONGEST, alive: true };
    const [best] = scanWindows(spread);
    if (!best || best.count < 2) continue;
    const { p, draws } = monteCarlo(
      best.ratio,
      () => largestRatio({ ...spread, cases: permuteTimes(cases, random.uniform) }),
      { draws: DRAWS },
    );
    found.push({
      category,
      regions: Array.from(zones[best.zone] as Int32Array, (place) => regions[place] as string),
      from: best.from,
      to: best.to,
      observed: best.count,
      expected: best.expected,
      llr: best.ratio,
      p,
      draws,
    });
  }
  const q = benjaminiHochberg(found.map(({ p }) => p));
  const end = last?.to ?? asOf;
  const rows = found
    .map((one, i) => ({
      ...one,
      from: addDays(end, -7 * (WEEKS - one.from) + 1),
      to: addDays(end, -7 * (WEEKS - 1 - one.to)),
      q: q[i] as number,
    }))
    .sort((a, b) => a.p - b.p || b.llr - a.llr)
    .map((one, i) => ({ rank: i + 1, ...one }));
  await createTable(duck, "hotspot_scan", COLUMNS, rows);
}
