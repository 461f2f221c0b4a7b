import { originOf } from "../../address.ts";
import type { MachineContext } from "../../machine/context.ts";
import { ldScript } from "../../machine/json-ld.ts";
import type { SiteSource } from "../../page.ts";
import { readNames } from "./facets.ts";
import { publicWarnings } from "./state.ts";

/** What the files for programs are made from. */
export async function machineContext(source: SiteSource): Promise<MachineContext> {
  const { release, settings, day, first, address } = source;
  const { bureau, asOf, period } = release.manifest;
  const names = await readNames(release);
  const warnings = publicWarnings(source);
  const codes = new Set(
    warnings.flatMap(({ record: { scope } }) => (scope.category ? [names.topOf(scope.category)] : [])),
  );
  return {
    origin: originOf(settings),
    first,
    bureau: { zh: bureau.zh, en: bureau.en, hotline: bureau.hotline },
    release: release.manifest.release,
    asOf,
    period: period,
    day,
    warnings,
    categories: [...codes].sort().map((code) => ({ code, ...names.name("category", code) })),
    topOf: names.topOf,
    timeZone: settings.timeZone,
    license: settings.site.license ?? null,
    address: (locale, page) => `${address(locale, page)}.html`,
  };
}

/** Data about a page for search engines, as a line of its head. */
export const ldLine = (value: object): string => `<script type="application/ld+json">${ldScript(value)}</script>`;
