import { translate } from "../../../i18n/translate.ts";
import { formatter } from "../../format.ts";
import type { PageSource } from "../../page.ts";
import { type Grain, readHotspots } from "./hotspot-rows.ts";
import { readNames } from "./names.ts";

/** The rising complaints of the last complete month and week, ranked, and those of the months before. */
export const hotspotsPage: PageSource = async ({ locale, release }) => {
  const format = formatter(locale);
  const names = await readNames(release, locale);
  const read = async (grain: Grain) => {
    const hotspots = await readHotspots(release, grain, { locale, format, names });
    return { ...hotspots, grain, label: hotspots.period && format.period(hotspots.period) };
  };
  const [month, week] = [await read("month"), await read("week")];
  const period = month.label ?? format.date(release.manifest.asOf);
  return [
    {
      path: "hotspots",
      template: "hotspots.md",
      title: translate(locale, "site.hotspots"),
      description: translate(locale, "site.hotspotsDescription", { period }),
      values: { periods: [month, week].filter((it) => it.label !== null), earlier: month.earlier },
    },
  ];
};
