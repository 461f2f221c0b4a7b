import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { LEAST_COMPLETENESS } from "../../src/hotspots/assess.ts";
import { DETECTORS } from "../../src/hotspots/choose.ts";
import { TRAINING, UNKNOWN_DAYS } from "../../src/hotspots/delay.ts";
import { GRAINS, MOST_YEARS, TREND_YEARS } from "../../src/hotspots/grain.ts";
import { testedPeriods } from "../../src/hotspots/index.ts";
import { LEAST_COMPLAINANTS, WARNING_Q, WARNING_RATIO, WATCH_Q } from "../../src/hotspots/levels.ts";
import { LEAST_EXPECTED } from "../../src/hotspots/predict.ts";
import { MARTS } from "../../src/release/marts.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

test("docs/hotspots.md says what the rules are", async () => {
  const page = (await readFile(path.resolve(import.meta.dirname, "../../docs/hotspots.md"), "utf8")).replaceAll(
    "\n",
    " ",
  );
  for (const { id } of DETECTORS) expect(page).toContain(`\`${id}\``);
  for (const mart of ["series", "hotspot", "contributor", "evidence", "disproportion", "scan", "delay"] as const) {
    expect(MARTS[mart]).toBeDefined();
    expect(page).toContain(`\`${mart}\``);
  }
  const { week, month } = GRAINS;
  for (const claim of [
    `up to ${words[MOST_YEARS]} past years`,
    `${words[TREND_YEARS]} years or more`,
    `${week.leastHistory} weeks or ${month.leastHistory} months`,
    `q ≤ ${WATCH_Q.toFixed(2)} and at least ${words[LEAST_COMPLAINANTS]} people`,
    `q ≤ ${WARNING_Q.toFixed(2)}, twice running or with a shrunk ratio of at least ${WARNING_RATIO}`,
    `fewer than ${words[TREND_YEARS]} earlier ones`,
    `expect less than ${words[LEAST_EXPECTED]} person`,
    `the last ${TRAINING} days have a date, the last ${words[UNKNOWN_DAYS]} days may hold nothing`,
    `weeks have ${words[week.seasonal.trend.seasons]}`,
  ])
    expect(page).toContain(claim);
  const shown = `${week.tested} weeks and ${month.tested} months (businesses and brands ${week.testedByWhom} and ${month.testedByWhom})`;
  expect(page).toContain(shown);
  // A million tests at most, and never fewer than the two weeks that a warning may need.
  expect([2_000, 50_000, 1_000_000].map((cells) => testedPeriods(cells, week.tested))).toEqual([104, 20, 2]);
  expect(LEAST_COMPLETENESS).toBe(0.5);
  expect(month.seasonal.trend).toMatchObject({ window: 0, seasons: 12 });
});
