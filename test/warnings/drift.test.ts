import { describe, expect, test } from "vitest";
import { driftFigures, driftOf, drifts, isBroken } from "../../src/warnings/drift.ts";
import type { Warning } from "../../src/warnings/read.ts";
import { fixtureEvidence } from "../fixture/evidence.ts";
import { madeUpRelease, RELEASE } from "./made-up-release.ts";

const evidence = fixtureEvidence();
const { observed, complaints, expected, low, high } = evidence;
const now = (change: object = {}) => ({ observed, complaints, expected, low, high, ...change });

describe("figures of a later release", () => {
  test.each([
    ["the same", {}, "same", ""],
    ["a difference that no printed figure shows", { expected: expected + 0.01 }, "same", ""],
    ["a few late complaints", { observed: 53, complaints: 57 }, "grown", "observed 49 → 53, complaints 52 → 57"],
    ["many late complaints", { observed: 70, complaints: 75 }, "changed", "observed 49 → 70, complaints 52 → 75"],
    ["fewer people", { observed: 48 }, "changed", "observed 49 → 48"],
    ["fewer complaints", { complaints: 51 }, "changed", "complaints 52 → 51"],
    ["another expected number", { expected: expected + 3 }, "changed", "expected 27 → 30"],
    ["no rise any more", { high: 50 }, "changed", "high 37 → 50"],
  ])("%s", (_name, change, kind, figures) => {
    const found = driftOf(evidence, now(change));
    expect(found.kind).toBe(kind);
    expect(driftFigures({ ...found, release: "", reaffirmed: null })).toBe(figures);
  });

  test("a cell that a later release does not test is gone", () => {
    expect(driftOf(evidence, null).kind).toBe("gone");
    expect(driftOf(evidence, now({ expected: null })).kind).toBe("gone");
  });

  const warning = (change: object, history: object[] = []) =>
    ({
      id: "w",
      evidence: { ...evidence, release: "2026-05-31-0123abcc", asOf: "2026-05-31", ...change },
      history,
    }) as unknown as Warning;

  test("are looked up by cell and period; one that does not match is broken until it is confirmed on that very release", async () => {
    const cell = "category:S01|problem:P01|region:";
    const release = await madeUpRelease([], [{ cell, usual: expected, last: 20, months: { "2026-05": 30 } }]);
    const of = async (one: Warning) => (await drifts([one], release)).get("w");
    const changed = await of(warning({ cell, to: "2026-05-31" }));
    expect(changed?.kind).toBe("changed");
    expect(changed && isBroken(changed)).toBe(true);
    const gone = await of(warning({ cell: "category:S02|problem:|region:" }));
    expect(gone && isBroken(gone)).toBe(true);
    const publish = { step: "publish", release: "2026-05-31-0123abcc", at: "2026-06-01T09:00:00+08:00" };
    const again = (on: string) => ({ step: "reaffirm", release: on, at: "2026-07-01T09:00:00+08:00" });
    const confirmed = await of(warning({ cell }, [publish, again(RELEASE)]));
    expect(confirmed).toMatchObject({ kind: "changed", reaffirmed: "2026-07-01T09:00:00+08:00" });
    expect(confirmed && isBroken(confirmed)).toBe(false);
    const earlier = await of(warning({ cell }, [publish, again("2026-06-01-aaaaaaaa")]));
    expect(earlier && isBroken(earlier)).toBe(true);
    // What was confirmed before the text was published says nothing of it.
    const before = await of(warning({ cell }, [again(RELEASE), publish]));
    expect(before && isBroken(before)).toBe(true);
    expect((await of(warning({ cell, release: RELEASE })))?.kind).toBe("unknown");
    expect((await of(warning({ cell, asOf: "2026-07-31" })))?.kind).toBe("unknown");
    release.close();
  });
});
