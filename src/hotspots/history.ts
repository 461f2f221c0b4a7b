import { type Grain, MOST_YEARS, seasonalRules, yearsBefore } from "./grain.ts";

/** Past years whose same time of the year, window and all, lies at or after `start`. */
export function yearsOfHistory(grain: Grain, tested: number, start: number): number {
  let years = 0;
  while (years < MOST_YEARS) {
    const { window } = seasonalRules(grain, years + 1);
    if (yearsBefore(grain, tested, years + 1) - window < start) break;
    years += 1;
  }
  return years;
}
