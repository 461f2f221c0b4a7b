import { type Break, effectOf } from "../config/breaks.ts";
import type { Duck } from "../duck/open.ts";
import { PARTS } from "./count.ts";
import type { Broken, Panel } from "./panel.ts";

/** A break of the series, from the register of the bureau or of a profile. */
export type HotspotBreak = Pick<Break, "from" | "to" | "what" | "fields" | "effect" | "only">;

/** The fields that each dimension of a cell rests on. */
const FIELDS = {
  category: ["category_code", "category_words"],
  problem: ["problem_codes", "problem_words"],
  region: ["region_code", "region_words"],
  business: ["respondent_name", "respondent_key", "respondent_code"],
  brand: ["brand"],
} as const;
/** Fields that every cell rests on: which complaints there are, when they came and from whom. */
const COMMON: readonly string[] = ["registered_at", "kind", "complainant_key", "channel"];
const LIMITED = ["category", "problem", "region"] as const;

/** SQL of whether a break touches a cell; `codes` takes the codes that it is limited to and gives the parameter's name. */
function touches({ fields, only }: HotspotBreak, codes: (list: readonly string[]) => string): string {
  const parts = [
    fields.length === 0 || fields.some((field) => COMMON.includes(field)) ? "true" : "false",
    ...PARTS.filter((dimension) =>
      fields.some((field) => (FIELDS[dimension] as readonly string[]).includes(field)),
    ).map((dimension) => `${dimension} IS NOT NULL`),
  ];
  const limits = LIMITED.flatMap((dimension) => {
    const list = only?.[dimension];
    return list ? [`${dimension} IN (SELECT unnest(${codes(list)}::JSON::VARCHAR[]))`] : [];
  });
  return `(${[`(${parts.join(" OR ")})`, ...limits].join(" AND ")})`;
}

/** What one break does to a calendar of periods. */
function broken(one: HotspotBreak, periods: readonly { from: string; to: string }[]): Broken {
  const excluded = new Uint8Array(periods.length);
  const effect = effectOf(one);
  if (effect === "break") {
    const first = periods.findIndex(({ from }) => from >= one.from);
    // The period in which it changes is of neither series.
    return { start: first < 0 ? periods.length : first, excluded };
  }
  if (effect === "exclude")
    for (const [t, { from, to }] of periods.entries()) if (to >= one.from && from <= (one.to ?? to)) excluded[t] = 1;
  return { start: 0, excluded };
}

/**
 * Creates the temp table `hotspot_break` (`cell_id`, `number` of the break in the list) of the cells that each break touches.
 */
export async function createBreaks(duck: Duck, breaks: readonly HotspotBreak[]): Promise<void> {
  await duck.run("CREATE OR REPLACE TEMP TABLE hotspot_break (cell_id INTEGER, number INTEGER)");
  for (const [number, one] of breaks.entries()) {
    const params: (string | number)[] = [number];
    const where = touches(one, (list) => {
      params.push(JSON.stringify(list));
      return `$${params.length}`;
    });
    await duck.run(`INSERT INTO hotspot_break SELECT cell_id, $1 FROM hotspot_cell WHERE ${where}`, params);
  }
}

/** A panel with the breaks that `createBreaks` found in it. */
export async function withBreaks(duck: Duck, panel: Panel, breaks: readonly HotspotBreak[]): Promise<Panel> {
  const periods = await duck.rows<{ from: string; to: string }>('SELECT "from", "to" FROM hotspot_period ORDER BY t');
  const effects = breaks.map((one) => broken(one, periods));
  const rows = await duck.rows<{ cell: number; numbers: string }>(
    `SELECT cell_id AS cell, string_agg(number, ' ' ORDER BY number) AS numbers FROM hotspot_break GROUP BY cell_id`,
  );
  const patterns = new Map<string, number>();
  const all: Broken[] = [];
  const of = new Int32Array(panel.start.length).fill(-1);
  for (const { cell, numbers } of rows) {
    let pattern = patterns.get(numbers);
    if (pattern === undefined) {
      const own = numbers.split(" ").map((number) => effects[Number(number)] as Broken);
      pattern = all.length;
      all.push({
        start: Math.max(...own.map(({ start }) => start)),
        excluded: Uint8Array.from(periods, (_, t) => Number(own.some(({ excluded }) => excluded[t] === 1))),
      });
      patterns.set(numbers, pattern);
    }
    of[cell] = pattern;
  }
  return { ...panel, broken: of, breaks: all };
}
