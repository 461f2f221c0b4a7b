import { settingsSchema } from "../../src/config/settings.ts";
import type { Locale } from "../../src/i18n/define.ts";
import type { Release } from "../../src/release/read.ts";
import { addressing } from "../../src/site/address.ts";
import type { SiteContext } from "../../src/site/page.ts";

/** What a page is given: a release, no warnings, nothing before it. */
export function siteContext(release: Release, locale: Locale, change: Partial<SiteContext> = {}): SiteContext {
  const settings = settingsSchema.parse({});
  const address = addressing(release.manifest.half === "public", "zh");
  const day = release.manifest.asOf;
  return {
    locale,
    release,
    settings,
    warnings: [],
    day,
    before: null,
    first: "zh",
    address,
    memo: async (_key, make) => make(),
    ...change,
  };
}
