import { type Break, effectOf } from "../config/breaks.ts";
import type { Duck } from "../duck/open.ts";
import type { HotspotBreak } from "../hotspots/index.ts";
import { measured } from "../hotspots/measured.ts";

/** Creates the temp table `release_break`, the mart `break`: the register of breaks that the release was built with. */
export async function createBreakMart(
  duck: Duck,
  breaks: readonly (HotspotBreak & Partial<Pick<Break, "zh" | "en">>)[],
): Promise<void> {
  const rows = breaks.map((one) => ({
    from: one.from,
    to: one.to ?? null,
    what: one.what,
    effect: effectOf(one),
    fields: one.fields,
    zh: one.zh ?? null,
    en: one.en ?? null,
  }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE release_break AS SELECT unnest(from_json($1,
       '[{"from":"DATE","to":"DATE","what":"VARCHAR","effect":"VARCHAR","fields":["VARCHAR"],"zh":"VARCHAR","en":"VARCHAR"}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
}

/** Creates the temp table `release_bench`, the mart `bench`: what the rules for hotspots were measured to do. */
export async function createBenchMart(duck: Duck): Promise<void> {
  const { made, seed, figures } = measured();
  const rows = figures.map(({ id, ...figure }, position) => ({ position, figure: id, ...figure, made, seed }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE release_bench AS SELECT unnest(from_json($1,
       '[{"position":"INTEGER","figure":"VARCHAR","value":"DOUBLE","unit":"VARCHAR","aim":"VARCHAR","must":"VARCHAR","ok":"BOOLEAN","made":"DATE","seed":"BIGINT"}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
}
