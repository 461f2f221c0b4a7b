import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { settingsSchema } from "../../../src/config/settings.ts";
import type { Manifest } from "../../../src/release/manifest.ts";
import { openRelease } from "../../../src/release/read.ts";
import { CHECKOUT } from "../../../src/site/build.ts";
import { publicSite } from "../../../src/site/pages/public/index.ts";
import { type StagedPage, sourceOf, stageSite } from "../../../src/site/stage.ts";
import { readWarnings } from "../../../src/warnings/read.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { temporaryFolder } from "../../support/folder.ts";

export interface StagedPages {
  /** The pages as they are given to Framework, without front matter, by address: "zh/index". */
  readonly pages: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** Complaints received in the last complete month of the release. */
  readonly received: { readonly period: string; readonly value: string };
}

/** The public site of the made-up release, before Framework builds it. */
export async function stagedPages(): Promise<StagedPages> {
  const folder = await temporaryFolder();
  const halves = await makeFixtureRelease(folder);
  const release = await openRelease(halves.public, "public");
  const root = path.join(CHECKOUT, ".site", `test-staged-${process.pid}`);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [received] = await release.rows<{ period: string; value: string }>(
    `SELECT period, value FROM measure WHERE measure = 'received' AND dim IS NULL AND grain = 'month' AND complete
     ORDER BY period DESC LIMIT 1`,
  );
  let staged: StagedPage[] = [];
  try {
    const source = sourceOf(publicSite, {
      release,
      settings: settingsSchema.parse({}),
      warnings: await readWarnings(path.join(CHECKOUT, "test/fixture/warnings")),
      day: release.manifest.asOf,
      before: null,
    });
    staged = await stageSite({
      site: "public",
      definition: publicSite,
      source,
      checkout: CHECKOUT,
      root,
    });
  } finally {
    release.close();
  }
  const pages = new Map<string, string>();
  for (const { locale, path: page, file, carried } of staged) {
    if (locale === null || page.includes("frame-")) continue;
    const text = carried
      ? (await carried.parts()).body
      : await readFile(path.join(root, file.replace(/\.html$/, ".md")), "utf8");
    pages.set(`${locale}/${page}`, text.replace(/^---\n[\s\S]*?\n---\n/, ""));
  }
  if (!received) throw new Error("the made-up release has no complete month");
  return { pages, received, manifest: release.manifest };
}
