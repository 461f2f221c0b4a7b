import type { MessageKey } from "../../../i18n/catalogue/index.ts";
import { translate } from "../../../i18n/translate.ts";
import { formatter } from "../../format.ts";
import type { PageSource } from "../../page.ts";

/** Figures of the bench that the page prints, in their order, and how. */
const FIGURES = [
  ["scenarios.farrington.false_alarm_rate", "sure.figure.alarms", "percent"],
  ["long.false_alarm_rate_worst_week", "sure.figure.worst", "percent"],
  ["months.farrington.b5.false_alarm_rate", "sure.figure.months", "percent"],
  ["flags.long.watch_false_share", "sure.figure.false", "percent"],
  ["flags.short.watch_false_share", "sure.figure.falseShort", "percent"],
  ["flags.long.precision_top_20", "sure.figure.top", "percent"],
  ["scenarios.farrington.found", "sure.figure.found", "percent"],
  ["scenarios.farrington.found_at_3_sd", "sure.figure.found3", "percent"],
  ["scenarios.farrington.found_at_5_sd", "sure.figure.found5", "percent"],
  ["scenarios.farrington.found_at_10_sd", "sure.figure.found10", "percent"],
  ["scenarios.farrington.weeks_to_find", "sure.figure.weeks", "number"],
] as const satisfies readonly (readonly [string, MessageKey, "percent" | "number"])[];

interface BenchRow {
  figure: string;
  value: number;
  made: string;
  seed: string;
}

/** How often the rules for rises are wrong, and what they miss: measured on made-up weeks, for readers of either site. */
export const surePage: PageSource = async ({ locale, release }) => {
  const format = formatter(locale);
  const rows = await release.rows<BenchRow>("SELECT figure, value, made, seed FROM bench ORDER BY position");
  const figureOf = (figure: string) => rows.find((row) => row.figure === figure)?.value ?? null;
  const t = (key: MessageKey, params: Parameters<typeof translate>[2] = {}) => translate(locale, key, params);
  const inHundred = (figure: string) => {
    const value = figureOf(figure);
    return value === null ? "—" : format.number(value * 100, 1);
  };
  const weeks =
    (figureOf("scenarios.farrington.quiet.below5.weeks") ?? 0) +
    (figureOf("scenarios.farrington.quiet.from5.weeks") ?? 0);
  return [
    {
      path: "sure",
      template: "../shared/sure.md",
      title: t("sure.title"),
      description: t("sure.description"),
      values: {
        alarms: t("sure.alarmsText", { weeks, alarms: inHundred("scenarios.farrington.false_alarm_rate") }),
        flags: t("sure.flagsText", { share: inHundred("flags.long.watch_false_share") }),
        missed: t("sure.missedText", {
          small: inHundred("scenarios.farrington.found_at_3_sd"),
          medium: inHundred("scenarios.farrington.found_at_5_sd"),
          large: inHundred("scenarios.farrington.found_at_10_sd"),
        }),
        figures: FIGURES.flatMap(([figure, name, kind]) => {
          const value = figureOf(figure);
          if (value === null) return [];
          return [
            { figure, name: t(name), value: kind === "percent" ? format.percent(value) : format.decimal(value, 2) },
          ];
        }),
        made: rows[0] ? t("sure.made", { day: format.date(rows[0].made), seed: String(rows[0].seed) }) : null,
        methods: Object.entries(release.manifest.methods)
          .filter(([name]) => name.startsWith("hotspots."))
          .map(([name, version]) => `${name.slice("hotspots.".length)} ${version}`)
          .join(", "),
      },
    },
  ];
};
