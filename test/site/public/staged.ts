import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { settingsSchema } from "../../../src/config/settings.ts";
import type { Manifest } from "../../../src/release/manifest.ts";
import { openRelease } from "../../../src/release/read.ts";
import { CHECKOUT } from "../../../src/site/build.ts";
import { publicSite } from "../../../src/site/pages/public/index.ts";
import { stageSite } from "../../../src/site/stage.ts";
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
  try {
    await stageSite({
      site: "public",
      definition: publicSite,
      release,
      settings: settingsSchema.parse({}),
      warningsDirectory: path.join(CHECKOUT, "test/fixture/warnings"),
      before: null,
      checkout: CHECKOUT,
      root,
    });
  } finally {
    release.close();
  }
  const pages = new Map<string, string>();
  for (const locale of ["zh", "en"])
    for (const name of await readdir(path.join(root, locale), { recursive: true })) {
      if (!name.endsWith(".md")) continue;
      const text = await readFile(path.join(root, locale, name), "utf8");
      pages.set(`${locale}/${name.slice(0, -3)}`, text.replace(/^---\n[\s\S]*?\n---\n/, ""));
    }
  if (!received) throw new Error("the made-up release has no complete month");
  return { pages, received, manifest: release.manifest };
}
