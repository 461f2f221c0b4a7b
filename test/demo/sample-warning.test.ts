import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { ratioAtLeast } from "../../src/demo/sample-evidence.ts";
import { writeSampleWarning } from "../../src/demo/sample-warning.ts";
import { openRelease } from "../../src/release/read.ts";
import { readWarnings } from "../../src/warnings/read.ts";
import { makeEmptyRelease, makeFixtureRelease } from "../fixture/release.ts";
import { temporaryFolder } from "../support/folder.ts";

const settings = settingsSchema.parse({});

describe("the sample warning", () => {
  test("rests on the public figures of the cell that rose most, and is left alone the second time", async () => {
    const folder = await temporaryFolder();
    const { public: release } = await makeFixtureRelease(path.join(folder, "release"));
    const options = { release, warningsDirectory: path.join(folder, "warnings"), settings };
    expect(await writeSampleWarning(options)).toBe("2026-001");
    const [warning] = await readWarnings(options.warningsDirectory);
    expect(warning?.record.status).toBe("published");
    const { cell, period, observed, complaints, expected, high, detector } = warning?.evidence ?? {};
    const open = await openRelease(release, "public");
    const rows = await open.rows<{ observed: string; complainants: string; expected: number; detector: string }>(
      "SELECT observed, complainants, expected, detector FROM series WHERE cell = $1 AND period = $2",
      [cell ?? "", period ?? ""],
    );
    open.close();
    expect(rows).toHaveLength(1);
    expect(observed).toBe(Number(rows[0]?.complainants));
    expect(complaints).toBe(Number(rows[0]?.observed));
    expect(detector).toBe(rows[0]?.detector);
    expect(expected).toBeCloseTo(rows[0]?.expected ?? 0, 1);
    expect(observed).toBeGreaterThan(high ?? 0);
    // The rise of the made-up release lies in its last two complete months.
    expect(period).toBe("2026-05");

    const file = path.join(options.warningsDirectory, "2026-001", "evidence.json");
    const before = await readFile(file, "utf8");
    expect(await writeSampleWarning(options)).toBe("2026-001");
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test("is not made where nothing rose", async () => {
    const folder = await temporaryFolder();
    const { public: release } = await makeEmptyRelease(path.join(folder, "release"));
    expect(
      await writeSampleWarning({ release, warningsDirectory: path.join(folder, "warnings"), settings }),
    ).toBeNull();
    expect(await readWarnings(path.join(folder, "warnings"))).toEqual([]);
  });

  test("at least: a small cell needs more of a rise than a large one, and spread lowers it", () => {
    expect(ratioAtLeast(42, 11, 18)).toBeGreaterThan(2.4);
    expect(ratioAtLeast(42, 11, 18)).toBeLessThan(42 / 11);
    expect(ratioAtLeast(4, 1, 3)).toBeLessThan(ratioAtLeast(400, 100, 120));
    expect(ratioAtLeast(42, 11, 25)).toBeLessThan(ratioAtLeast(42, 11, 18));
  });
});
