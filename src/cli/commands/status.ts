import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { currentRelease } from "../../release/list.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { readStatus } from "../../warehouse/status.ts";
import { readWarnings } from "../../warnings/read.ts";
import { define, type Shell } from "../define.ts";

/** States in which a warning waits for a person. */
const WAITING = ["draft", "in_review", "approved"];

export function registerStatus(program: Command, shell: Shell): void {
  define(program, shell, { usage: "status", text: "cli.status" }, async (session) => {
    const warehouse = await openWarehouse(session.at("warehouse.duckdb"), { readOnly: true });
    try {
      const status = await readStatus(warehouse);
      const release = await currentRelease(session.at("releases"));
      const warnings = (
        await readWarnings(session.at("warnings"), { phones: [session.settings.bureau.hotline] })
      ).filter((warning) => WAITING.includes(warning.record.status));
      if (session.json) {
        session.print({ ...status, release: release?.id ?? null, waitingWarnings: warnings.length });
      } else {
        const { kinds, period, schema, ...counts } = status;
        session.say(session.t("cli.status.line", counts));
        session.say(session.t("cli.status.tickets", { tickets: status.tickets, ...kinds }));
        if (period.from && period.to) session.say(session.t("cli.status.period", { from: period.from, to: period.to }));
        session.say(
          session.t("cli.status.release", { release: release?.id ?? "none", schema, warnings: warnings.length }),
        );
      }
    } finally {
      warehouse.close();
    }
    return EXIT.done;
  });
}
