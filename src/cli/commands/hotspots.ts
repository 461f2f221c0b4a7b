import type { Command } from "commander";
import { readRegions } from "../../config/regions.ts";
import { readTaxonomy } from "../../config/taxonomy.ts";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { lawOptionsOf } from "../../law/context.ts";
import { lastDay } from "../../warehouse/extent.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { breaksOf } from "../breaks.ts";
import { asOfOption, oneOf } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { groupNames } from "../names.ts";

/** The tables that the finder leaves. */
const TABLES = { week: "hotspot_week", month: "hotspot_month", day: "hotspot_day" } as const;

type Row = Readonly<Record<string, string | number | null>>;

export function registerHotspots(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "hotspots",
      text: "cli.hotspots",
      options: [
        { flags: "--grain <week|month|day>", text: "cli.hotspots.grain" },
        { flags: "--level <watch|warning>", text: "cli.hotspots.level" },
        { flags: "--at <date>", text: "cli.hotspots.at" },
      ],
    },
    async (context, _args, options) => {
      const grain = oneOf("--grain", options.grain, ["week", "month", "day"], "week");
      const at = asOfOption("--at", options.at, context.today);
      const level = oneOf("--level", options.level, ["watch", "warning"], "watch");
      const [{ makeDimension }, { findHotspots }] = await Promise.all([
        import("../../release/dimension.ts"),
        import("../../hotspots/index.ts"),
      ]);
      const taxonomy = await readTaxonomy();
      const { regions } = await readRegions(context.data);
      const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
      try {
        const asOf = at ?? (await lastDay(warehouse));
        if (asOf === null) throw new ForewarnError("cli.release.empty");
        await makeDimension(warehouse, { taxonomy, regions });
        const festival = lawOptionsOf(context.settings).system === "cn";
        await findHotspots(warehouse, { asOf, grain, festival, breaks: await breaksOf(warehouse, context) });
        const rows = await warehouse.rows<Row>(
          `SELECT * FROM ${TABLES[grain]}
           WHERE rank IS NOT NULL AND (level = 'warning' OR $1 = 'watch') ORDER BY rank`,
          [level],
        );
        const why = (row: Row) => context.t(row.reason as MessageKey);
        if (context.json)
          context.print({ asOf, grain, level, hotspots: rows.map((row) => ({ ...row, why: why(row) })) });
        else if (rows.length === 0) context.say(context.t("cli.hotspots.none"));
        else {
          const names = await groupNames(context);
          for (const row of rows) context.say(line(context, row, names));
          for (const reason of new Set(rows.map(why))) context.say(reason);
        }
      } finally {
        warehouse.close();
      }
      return EXIT.done;
    },
  );
}

/** One rising cell for a person: rank, level, names of the cell, period, people seen and expected. */
function line(context: CommandContext, row: Row, names: ReadonlyMap<string, string>): string {
  const parts = (["business", "brand", "category", "problem", "region"] as const).flatMap((dim) => {
    const key = row[dim];
    if (key === null || key === undefined) return [];
    return [key === "?" ? context.t("hotspots.unknown", { dim }) : (names.get(String(key)) ?? String(key))];
  });
  const number = (value: unknown) => (value === null ? "—" : Number(value).toFixed(1));
  return context.t("cli.hotspots.line", {
    rank: Number(row.rank),
    level: context.t(`hotspots.level.${row.level}` as MessageKey),
    cell: parts.join(" · "),
    period: String(row.period),
    people: Number(row.complainants),
    expected: number(row.expected),
    low: number(row.low),
    high: number(row.high),
    ratio: number(row.ratio_at_least),
  });
}
