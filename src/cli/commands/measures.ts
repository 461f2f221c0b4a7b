import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { lawOptionsOf, readLawContext } from "../../law/context.ts";
import { DIMENSIONS, type Dimension } from "../../measures/dimensions.ts";
import { type MeasureRow, measure } from "../../measures/measure.ts";
import { parsePeriod, windowOf } from "../../measures/period.ts";
import { currentRelease } from "../../release/list.ts";
import { lastDay } from "../../warehouse/extent.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { breaksOf } from "../breaks.ts";
import { asOfOption, oneOf } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { groupNames } from "../names.ts";

export function registerMeasures(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "measures",
      text: "cli.measures",
      options: [
        { flags: "--period <period>", text: "cli.measures.period", required: true },
        { flags: "--by <dimension>", text: "cli.measures.by" },
        { flags: "--unit <name>", text: "cli.measures.unit" },
        { flags: "--as-of <date>", text: "cli.as_of" },
      ],
    },
    async (context, _args, options) => {
      const given = { by: options.by, asOf: asOfOption("--as-of", options.asOf, context.today) };
      const by: Dimension | null = given.by === undefined ? null : oneOf("--by", given.by, DIMENSIONS, "unit");
      const unit = (options.unit as string | undefined) ?? null;
      const period = parsePeriod(String(options.period));
      const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
      try {
        const asOf = given.asOf ?? (await lastDay(warehouse));
        if (asOf === null) throw new ForewarnError("cli.release.empty");
        const rows = await measure(warehouse, {
          period,
          by,
          unit,
          asOf,
          settings: context.settings,
          law: await readLawContext(lawOptionsOf(context.settings), context.data),
          breaks: await breaksOf(warehouse, context),
          locale: context.locale,
        });
        const release = await currentRelease(context.at("releases"));
        if (context.json) {
          context.print({
            period: { from: period.from, to: period.to, complete: windowOf(period, asOf).complete },
            asOf,
            release: release?.id ?? null,
            currency: context.settings.currency,
            measures: rows,
          });
        } else {
          const names = await groupNames(context);
          for (const row of rows) context.say(line(context, row, names));
        }
      } finally {
        warehouse.close();
      }
      return EXIT.done;
    },
  );
}

/** One value for a person: name and id, group, value with its interval, n, the year before, and what is to be said. */
function line(context: CommandContext, row: MeasureRow, names: ReadonlyMap<string, string>): string {
  const groups = Object.values(row.group ?? {}).map((key) => (key === null ? "?" : (names.get(key) ?? key)));
  const name = `${context.t(`measures.${row.id}` as MessageKey)} (${row.id})`;
  const parts = [
    `${groups.length > 0 ? `${groups.join(", ")} · ` : ""}${name}: ${row.value ?? "—"} ${row.value === null ? "" : row.unit}`.trimEnd(),
    row.interval ? `[${row.interval.join("–")}]` : null,
    `n = ${row.n}`,
    row.previous === null ? null : `← ${row.previous}`,
    row.note,
  ];
  return parts.filter((part) => part !== null).join("  ");
}
