import { settingsSchema } from "../../src/config/settings.ts";
import type { Locale } from "../../src/i18n/define.ts";
import type { Release } from "../../src/release/read.ts";
import type { SiteContext } from "../../src/site/page.ts";
import { sourceOf } from "../../src/site/stage.ts";

/** What a page is given: a release, no warnings, nothing before it. */
export function siteContext(release: Release, locale: Locale, change: Partial<SiteContext> = {}): SiteContext {
  const settings = settingsSchema.parse({});
  const given = { release, settings, warnings: [], day: release.manifest.asOf, before: null };
  return { ...sourceOf({ atRoot: release.manifest.half === "public" }, given), locale, ...change };
}
