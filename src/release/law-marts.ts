import type { Duck } from "../duck/open.ts";
import type { LawContext } from "../law/context.ts";
import { daysOf, type Holidays } from "../law/holidays.ts";
import { STEPS, stretchesOf } from "../law/rules.ts";
import { createEntries } from "./entries.ts";

/** Before the first and after the last day of any rule. */
const [FIRST, LAST] = ["0001-01-01", "9999-12-31"];

/** One entry for each step and rule that sets a limit for it, with the days on which that rule decides. */
function limitsOf({ law, overlap, rollover }: LawContext) {
  return STEPS.flatMap((step) => {
    const stretches = stretchesOf(law, step, overlap, FIRST, LAST);
    return law.rules.flatMap(({ id, zh, en, from, to, limits }) => {
      const limit = limits[step];
      if (limit === undefined) return [];
      const counted = stretches.filter(({ rule }) => rule === id);
      const end = counted.at(-1)?.to ?? LAST;
      return [
        {
          step,
          rule: id,
          zh,
          en,
          from,
          to: to ?? null,
          limit_days: limit.count,
          day_kind: limit.days,
          extension: limit.extension ?? null,
          stops_for: limit.stopsFor ?? null,
          article: limit.article ?? null,
          counts_from: counted[0]?.from ?? null,
          counts_to: end === LAST ? null : end,
          moves_after: limit.days === "natural" ? rollover : null,
        },
      ];
    });
  });
}

function yearsOf({ years }: Holidays) {
  return Object.entries(years).map(([year, { notice, off, work }]) => ({
    year: Number(year),
    notice: notice ?? null,
    days_off: off.flatMap(daysOf).length,
    days_worked: work.length,
  }));
}

/**
 * Creates the temp tables `time_limit` and `holiday_year`, the marts of those names: by which limits the measures were
 * reckoned, which rule decided where two stood, and of which years the days off were known.
 */
export async function createLawMarts(duck: Duck, law: LawContext): Promise<void> {
  const none = law.system === "none";
  await createEntries(duck, "time_limit", limitsOf(law));
  await createEntries(duck, "holiday_year", none ? [] : yearsOf(law.holidays));
}
