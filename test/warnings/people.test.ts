import path from "node:path";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { buildRelease } from "../../src/release/build.ts";
import { openRelease } from "../../src/release/read.ts";
import { evidenceText } from "../../src/site/pages/public/words.ts";
import { draftOf } from "../../src/warnings/draft.ts";
import { propose } from "../../src/warnings/propose.ts";
import { readWarnings, type Warning } from "../../src/warnings/read.ts";
import { readTemplates } from "../../src/warnings/templates.ts";
import { writeDraft } from "../../src/warnings/write.ts";
import { emptyWarehouse, insertTickets, type Made } from "../hotspots/tickets.ts";
import { makeOptions } from "../release/made-up.ts";
import { temporaryFolder } from "../support/folder.ts";

const settings = settingsSchema.parse({});
const AS_OF = "2026-05-31";
const MONTHS = Array.from({ length: 36 }, (_, i) => {
  const month = 2023 * 12 + 5 + i;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});
/** Complaints of May 2026, each by another person unless one is named. */
const people = (count: number, ticket: Omit<Made, "day">): Made[] =>
  Array.from({ length: count }, (_, i) => ({ day: `2026-05-${String((i % 28) + 1).padStart(2, "0")}`, ...ticket }));

/** Three years in which every group brings about 30 people a month. */
function quiet(): Made[] {
  const random = seededRandom(7);
  return MONTHS.flatMap((month) =>
    ["G01", "G02", "G03", "G04"].flatMap((category) =>
      Array.from({ length: random.count(30, 1) }, (_, i) => ({
        day: `${month}-${String((i % 28) + 1).padStart(2, "0")}`,
        category,
        problems: [i % 2 ? "P01" : "P02"],
        region: "999901",
      })),
    ),
  );
}

async function release(folder: string, extra: readonly Made[]): Promise<string> {
  const warehouse = await emptyWarehouse();
  await insertTickets(warehouse, [...quiet(), ...extra]);
  const built = await buildRelease(warehouse, makeOptions(folder, { asOf: AS_OF, findHotspots }));
  warehouse.close();
  return built.path;
}

/** The warnings that are drafted from a release. */
async function drafted(built: string, directory: string): Promise<Warning[]> {
  const bureau = await openRelease(path.join(built, "bureau"), "bureau");
  const { proposals } = await propose({
    release: bureau,
    warnings: [],
    today: AS_OF,
    since: null,
    limits: settings.disclosure,
    nameBusinesses: false,
  });
  bureau.close();
  const templates = await readTemplates();
  for (const proposal of proposals)
    await writeDraft(
      directory,
      draftOf(proposal, { templates, settings, who: "样例", why: "样例", at: "2026-05-31T09:00:00+08:00" }),
    );
  return readWarnings(directory);
}

describe("a person who complains many times", () => {
  const serial = people(40, { category: "G01", problems: ["P01"], region: "999901", person: "serial" });

  test("adds complaints but one person to series, evidence and sentence of a rise of others", async () => {
    const folder = await temporaryFolder();
    const rise = ["999901", "999902", "999903"].flatMap((region) =>
      people(20, { category: "G01", problems: ["P01"], region }),
    );
    const built = await release(path.join(folder, "release"), [...rise, ...serial]);
    const open = await openRelease(path.join(built, "public"), "public");
    const [row] = await open.rows<{ observed: string; complainants: string; detector: string }>(
      "SELECT observed, complainants, detector FROM series WHERE cell = 'category:G01|problem:P01|region:' AND period = '2026-05'",
    );
    open.close();
    const [complaints, observed] = [Number(row?.observed), Number(row?.complainants)];
    expect(complaints).toBe(observed + 39);

    const [warning] = await drafted(built, path.join(folder, "warnings"));
    if (!warning) throw new Error("there is no warning");
    const { evidence } = warning;
    expect(evidence).toMatchObject({
      cell: "category:G01|problem:P01|region:",
      period: "2026-05",
      observed,
      complaints,
      detector: row?.detector,
    });
    expect(evidence.series.at(-1)).toMatchObject({ observed, complaints });
    expect(evidence.ratio_at_least).toBeLessThan(observed / evidence.expected);
    expect(evidenceText(warning, "en")).toContain(
      `${observed} people complained in May 2026 (${complaints} complaints); about`,
    );
    expect(evidenceText(warning, "zh")).toContain(`2026年5月有${observed}人投诉（共${complaints}件），通常约`);
  });

  test("is no rise, though the complaints alone would look like one", async () => {
    const folder = await temporaryFolder();
    const built = await release(path.join(folder, "release"), serial);
    const open = await openRelease(path.join(built, "public"), "public");
    const rows = await open.rows<{ above: boolean; rose: boolean }>(
      `SELECT observed > high AS above, complainants > high AS rose FROM series
       WHERE cell = 'category:G01|problem:P01|region:' AND period = '2026-05'`,
    );
    open.close();
    expect(rows).toEqual([{ above: true, rose: false }]);
    const cells = (await drafted(built, path.join(folder, "warnings"))).map(
      ({ evidence }) => `${evidence.cell} ${evidence.period}`,
    );
    expect(cells).not.toContain("category:G01|problem:P01|region: 2026-05");
  });
});
