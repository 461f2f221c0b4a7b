import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/i18n/define.ts";
import { openRelease, type Release } from "../../../src/release/read.ts";
import { compareReleases, type Revisions } from "../../../src/release/revisions.ts";
import { type RevisedRow, revisionsPage } from "../../../src/site/pages/bureau/revisions.ts";
import { makeEarlierRelease, makeFixtureRelease } from "../../fixture/release.ts";
import { siteContext } from "../../support/site.ts";

interface Found {
  summary: string;
  between: string[];
  changed: boolean;
  revised: { rows: RevisedRow[]; more: string | null };
  matured: { rows: RevisedRow[]; more: string | null };
  parts: { dim: string; revised: string; matured: string }[];
}

let release: Release;
let before: string;
let found: Revisions;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-test-"));
  release = await openRelease((await makeFixtureRelease(path.join(folder, "now"))).bureau, "bureau");
  before = await makeEarlierRelease(path.join(folder, "before"));
  found = await compareReleases(release, before);
  return async () => {
    release.close();
    await rm(folder, { recursive: true, force: true });
  };
});

async function pageOf(locale: Locale, since: string | null): Promise<Found | null> {
  const context = siteContext(release, locale, { before: since });
  const [page] = await revisionsPage(context);
  return page?.values.found as Found | null;
}

describe("the page of revisions", () => {
  test("says from which release on, by how many figures, and what lies between", async () => {
    const page = await pageOf("en", before);
    expect(page?.summary).toBe(
      `Since release 2026-05-31-0123abcc (data as of 31 May 2026), ${found.revisions.length} of ${found.compared.toLocaleString("en")} figures of ended periods have changed.`,
    );
    expect(page?.between).toEqual(["1 source file was added; none is gone."]);
  });

  test("lists the whole's figures from the latest period back, each printed as its unit asks, with the difference", async () => {
    const [zh, en] = [await pageOf("zh", before), await pageOf("en", before)];
    const whole = found.revisions.filter(({ dim }) => dim === null);
    expect(en?.revised.rows).toHaveLength(whole.filter(({ matures }) => !matures).length);
    expect(en?.matured.rows).toHaveLength(whole.filter(({ matures }) => matures).length);
    const { before: was, now } =
      whole.find(({ measure, period }) => measure === "received" && period === "2026-03") ?? {};
    const late = Number(now) - Number(was);
    expect(late).toBeGreaterThan(0);
    const received = {
      measure: "received",
      before: String(Number(was)),
      now: String(Number(now)),
      difference: `+${late}`,
    };
    expect(en?.revised.rows).toContainEqual({ ...received, period: "March 2026", name: "Complaints received" });
    expect(zh?.revised.rows).toContainEqual({ ...received, period: "2026年3月", name: expect.any(String) });
    const money = en?.revised.rows.find(({ measure }) => measure === "amount_disputed");
    expect(money?.difference).toMatch(/^\+CN¥[\d,]+\.\d\d$/);
    const rate = [...(en?.revised.rows ?? []), ...(en?.matured.rows ?? [])].find(
      ({ measure }) => measure === "mediation_success_rate",
    );
    expect(rate?.difference).toMatch(/^[+−]\d+\.\d points$/);
    expect(rate?.now).toMatch(/^\d+\.\d%$/);
  });

  test("counts the changes of parts by dimension, and all of them are told", async () => {
    for (const locale of LOCALES) {
      const page = await pageOf(locale, before);
      for (const { dim, revised, matured } of page?.parts ?? [])
        expect(Number(revised) + Number(matured)).toBe(found.revisions.filter((it) => it.dim === dim).length);
      expect(page?.parts.map(({ dim }) => dim).sort()).toEqual(
        [...new Set(found.revisions.flatMap(({ dim }) => dim ?? []))].sort(),
      );
    }
  });

  test("without a release before there is nothing to compare with", async () => {
    expect(await pageOf("en", null)).toBeNull();
  });
});
