import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { settingsSchema } from "../../../src/config/settings.ts";
import { openRelease } from "../../../src/release/read.ts";
import { CHECKOUT } from "../../../src/site/build.ts";
import { publicSite } from "../../../src/site/pages/public/index.ts";
import { stageSite } from "../../../src/site/stage.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { temporaryFolder } from "../../helper/folder.ts";

/** The pages of the public site as they are given to Framework, without front matter, by address: "zh/index". */
export async function stagedPages(): Promise<Map<string, string>> {
  const folder = await temporaryFolder();
  const halves = await makeFixtureRelease(folder);
  const release = await openRelease(halves.public, "public");
  const root = path.join(CHECKOUT, ".site", `test-staged-${process.pid}`);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  try {
    await stageSite({
      site: "public",
      definition: publicSite,
      release,
      settings: settingsSchema.parse({}),
      warningsDirectory: path.join(CHECKOUT, "test/fixture/warnings"),
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
  return pages;
}
