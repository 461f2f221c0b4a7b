import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { currentRelease } from "../../release/list.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { readStatus } from "../../warehouse/status.ts";
import { inspectWarnings } from "../../warnings/read.ts";
import { rulesOf } from "../../warnings/rules.ts";
import { isWaiting } from "../../warnings/stages.ts";
import { define, type Shell } from "../define.ts";

export function registerStatus(program: Command, shell: Shell): void {
  define(program, shell, { usage: "status", text: "cli.status" }, async (context) => {
    const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
    try {
      const status = await readStatus(warehouse);
      const release = await currentRelease(context.at("releases"));
      // One that is faulty waits for a person too.
      const warnings = (await inspectWarnings(context.at("warnings"), rulesOf(context.settings))).filter(
        ({ warning }) => warning === null || isWaiting(warning.stage),
      );
      if (context.json) {
        context.print({ ...status, release: release?.id ?? null, waitingWarnings: warnings.length });
      } else {
        const { kinds, period, schema, ...counts } = status;
        context.say(context.t("cli.status.line", counts));
        context.say(context.t("cli.status.tickets", { tickets: status.tickets, ...kinds }));
        if (period.from && period.to) context.say(context.t("cli.status.period", { from: period.from, to: period.to }));
        else if (status.tickets > 0) context.say(context.t("cli.status.no_period"));
        context.say(
          context.t("cli.status.release", { release: release?.id ?? "none", schema, warnings: warnings.length }),
        );
      }
    } finally {
      warehouse.close();
    }
    return EXIT.done;
  });
}
