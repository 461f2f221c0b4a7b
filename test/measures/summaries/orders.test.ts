import fc from "fast-check";
import { expect, test } from "vitest";
import type { MeasureRow } from "../../../src/measures/measure.ts";
import { load } from "./load.ts";
import { CUT_OFF, OWN_PROFILE, stationFiles } from "./station.ts";

const RUNS = Number(process.env.FOREWARN_ORDERS ?? 4);
const files = stationFiles();

/** Names in any order, some of them twice, cut into calls. */
const calls = fc
  .record({
    names: fc.shuffledSubarray([...files.keys()], { minLength: files.size }),
    again: fc.subarray([...files.keys()], { maxLength: 5 }),
    at: fc.array(fc.nat(files.size), { minLength: 5, maxLength: 5 }),
    cuts: fc.array(fc.boolean(), { minLength: files.size + 5, maxLength: files.size + 5 }),
  })
  .map(({ names, again, at, cuts }) => {
    const order = [...names];
    for (const [i, name] of again.entries()) order.splice(at[i] as number, 0, name);
    const lists: string[][] = [[]];
    order.forEach((name, i) => {
      lists.at(-1)?.push(name);
      // About one cut in four, so that most calls load several files.
      if (cuts[i] && i % 2 === 0 && i < order.length - 1) lists.push([]);
    });
    return lists;
  });

/** The other line's list joins tickets that several files have told of before. */
const isOtherLine = (name: string) => name.startsWith("12345");
const OTHER_LINE_LAST = [[...files.keys()].filter((name) => !isOtherLine(name)), [...files.keys()].filter(isOtherLine)];

async function figures(order?: readonly (readonly string[])[]): Promise<Record<string, MeasureRow>> {
  const loaded = await load(files, { profile: OWN_PROFILE, ...(order ? { calls: order } : {}) });
  try {
    return await loaded.figures({ period: `ytd:${CUT_OFF}`, asOf: CUT_OFF });
  } finally {
    await loaded.close();
  }
}

test(
  "files in any order, some twice, in any number of calls, give the same figures",
  async () => {
    const expected = await figures();
    expect(expected.accepted?.value).toBe("129");
    await fc.assert(
      fc.asyncProperty(calls, async (order) => {
        expect(await figures(order)).toEqual(expected);
      }),
      { numRuns: RUNS, examples: [[OTHER_LINE_LAST]] },
    );
  },
  60_000 + RUNS * 60_000,
);
