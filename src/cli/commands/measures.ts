import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import { DIMENSIONS, type Dimension } from "../../measures/dimensions.ts";
import { type MeasureRow, measure } from "../../measures/measure.ts";
import { parsePeriod, windowOf } from "../../measures/period.ts";
import { currentRelease } from "../../release/list.ts";
import { lastDay } from "../../warehouse/extent.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { dateOption, oneOf } from "../choice.ts";
import { define, type Shell } from "../define.ts";

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
      const given = { by: options.by, asOf: dateOption("--as-of", options.asOf) };
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
          for (const row of rows) context.say(line(row));
        }
      } finally {
        warehouse.close();
      }
      return EXIT.done;
    },
  );
}

function line(row: MeasureRow): string {
  const group =
    row.group === null
      ? ""
      : ` [${Object.values(row.group)
          .map((value) => value ?? "?")
          .join(", ")}]`;
  const interval = row.interval ? ` (${row.interval.join("–")})` : "";
  const previous = row.previous === null ? "" : ` ← ${row.previous}`;
  const note = row.note === null ? "" : `  ${row.note}`;
  return `${row.id}${group}: ${row.value ?? "—"} ${row.unit}${interval}, n = ${row.n}${previous}${note}`.trimEnd();
}
