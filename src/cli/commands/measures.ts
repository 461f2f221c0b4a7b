import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { DIMENSIONS } from "../../measures/dimensions.ts";
import { type MeasureRow, measure } from "../../measures/measure.ts";
import { oneOf } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { groupNames } from "../names.ts";
import { percent } from "../percent.ts";
import { AS_OF, PERIOD, reckoning } from "../reckoning.ts";

export function registerMeasures(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "measures",
      text: "cli.measures",
      options: [
        PERIOD,
        { flags: "--by <dimension>", text: "cli.measures.by" },
        { flags: "--unit <name>", text: "cli.measures.unit" },
        AS_OF,
      ],
    },
    async (context, _args, options) => {
      const by = options.by === undefined ? null : oneOf("--by", options.by, DIMENSIONS, "unit");
      const unit = (options.unit as string | undefined) ?? null;
      const { result: rows, head } = await reckoning(context, options, (warehouse, common) =>
        measure(warehouse, { ...common, by, unit }),
      );
      if (context.json) {
        context.print({ ...head, currency: context.settings.currency, measures: rows });
      } else {
        const names = await groupNames(context);
        for (const row of rows) context.say(line(context, row, names));
      }
      return EXIT.done;
    },
  );
}

/** One value for a person: name and id, group, value with its interval, n, the year before, and what is to be said. */
function line(context: CommandContext, row: MeasureRow, names: ReadonlyMap<string, string>): string {
  const groups = Object.values(row.group ?? {}).map((key) => (key === null ? "?" : (names.get(key) ?? key)));
  const name = `${context.t(`measures.${row.id}` as MessageKey)} (${row.id})`;
  const share = row.unit === "ratio";
  const print = (value: string) => (share ? percent(value) : value);
  const value = row.value === null ? "—" : `${print(row.value)}${share ? "" : ` ${row.unit}`}`.trimEnd();
  const parts = [
    `${groups.length > 0 ? `${groups.join(", ")} · ` : ""}${name}: ${value}`,
    row.interval ? `[${row.interval.map(print).join("–")}]` : null,
    `n = ${row.n}`,
    row.previous === null ? null : `← ${print(row.previous)}`,
    row.note,
  ];
  return parts.filter((part) => part !== null).join("  ");
}
