import { translate } from "../../../i18n/translate.ts";
import { formatter } from "../../format.ts";
import type { PageSource } from "../../page.ts";
import { readDetails } from "./hotspot-details.ts";
import { type Grain, readHotspots } from "./hotspot-rows.ts";
import { readBreakRows, readBusinesses, readDelaySentences, readScan } from "./hotspot-tables.ts";
import { readNames } from "./names.ts";

/**
 * The rising complaints of the last month and week that were tested, ranked, with what stands behind each; those of the periods
 * before; where complaints gather, which businesses stand out, how complaints come in, and the register of breaks.
 */
export const hotspotsPage: PageSource = async ({ locale, release }) => {
  const format = formatter(locale);
  const words = { locale, format, names: await readNames(release, locale) };
  const read = async (grain: Grain) => {
    const hotspots = await readHotspots(release, grain, words);
    return {
      ...hotspots,
      grain,
      label: hotspots.period && format.period(hotspots.period),
      late: hotspots.late && translate(locale, "hotspots.late", { period: format.period(hotspots.late) }),
      details: await readDetails(
        release,
        hotspots.current.map(({ id }) => id),
        words,
      ),
    };
  };
  const [month, week] = [await read("month"), await read("week")];
  const period = month.label ?? format.date(release.manifest.asOf);
  return [
    {
      path: "hotspots",
      template: "hotspots.md",
      title: translate(locale, "site.hotspots"),
      description: translate(locale, "site.hotspotsDescription", { period }),
      values: {
        periods: [month, week].filter((it) => it.label !== null),
        earlier: month.earlier,
        scan: await readScan(release, words),
        businesses: await readBusinesses(release, words),
        delays: await readDelaySentences(release, words),
        breaks: await readBreakRows(release, words),
      },
    },
  ];
};
