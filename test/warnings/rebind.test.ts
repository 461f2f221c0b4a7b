import { describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { propose } from "../../src/warnings/propose.ts";
import { rebind } from "../../src/warnings/rebind.ts";
import { seriesEvidence } from "../../src/warnings/series-evidence.ts";
import { LAST, madeUpRelease } from "./made-up-release.ts";

const limits = settingsSchema.parse({}).disclosure;
const cell = "category:S0101|problem:P06|region:";
const rise = { cell, usual: 25, last: 90 };

/** The evidence of a rise as its draft would have it. */
async function drafted() {
  const release = await madeUpRelease([rise]);
  const { proposals } = await propose({
    release,
    warnings: [],
    today: "2026-06-30",
    since: null,
    limits,
    nameBusinesses: false,
  });
  release.close();
  const evidence = proposals[0]?.evidence;
  if (!evidence) throw new Error("no proposal");
  return evidence;
}

describe("the evidence of a correction", () => {
  test("is the hotspot's record where the release still has it, with its new figures", async () => {
    const later = await madeUpRelease([{ ...rise, last: 95 }]);
    expect(await rebind(later, await drafted(), limits)).toMatchObject({
      observed: 95,
      odds: { one_in: 500 },
      period: LAST,
    });
    later.close();
  });

  test("else that of the series, which knows no odds", async () => {
    const later = await madeUpRelease([], [{ ...rise, last: 40 }]);
    const found = await rebind(later, await drafted(), limits);
    expect(found).toMatchObject({ observed: 40, hotspot: null, odds: null, ratio_at_least: null, period: LAST });
    later.close();
  });

  test("is refused where it may not be shown, or is not there", async () => {
    const small = await madeUpRelease([], [{ ...rise, last: 3 }]);
    expect(await rebind(small, await drafted(), limits)).toBe("few");
    small.close();
    const other = await madeUpRelease([], [{ ...rise, cell: "category:G01|problem:|region:" }]);
    expect(await rebind(other, await drafted(), limits)).toBeNull();
    expect(await seriesEvidence(other, cell, "month")).toBeNull();
    other.close();
  });
});
