import { type Break, effectOf } from "../config/breaks.ts";
import type { Duck } from "../duck/open.ts";
import type { HotspotBreak } from "../hotspots/index.ts";
import { measured } from "../hotspots/measured.ts";
import { createEntries } from "./entries.ts";

/** Creates the temp table `break`, the mart of that name: the register of breaks that the release was built with. */
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
  await createEntries(duck, "break", rows);
}

/** Creates the temp table `bench`, the mart of that name: what the rules for hotspots were measured to do. */
export async function createBenchMart(duck: Duck): Promise<void> {
  const { made, seed, figures } = measured();
  const rows = figures.map(({ id, ...figure }, position) => ({ position, figure: id, ...figure, made, seed }));
  await createEntries(duck, "bench", rows);
}
