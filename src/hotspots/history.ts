import { GRAINS, type Grain, MOST_YEARS, yearsBefore } from "./grain.ts";

/** Past years whose same time of the year, window and all, lies at or after `start`. */
export function yearsOfHistory(grain: Grain, tested: number, start: number): number {
  const { window } = GRAINS[grain];
  let years = 0;
  while (years < MOST_YEARS && yearsBefore(grain, tested, years + 1) - window >= start) years += 1;
  return years;
}
