import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { type RejectedRow, readRejectedRows } from "../../ingest/rejects.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { oneOf } from "../choice.ts";
import { csvLine } from "../csv.ts";
import { define, type Shell } from "../define.ts";

export function registerRejects(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "rejects",
      text: "cli.rejects",
      options: [
        { flags: "--file <name|sha256>", text: "cli.rejects.file" },
        { flags: "--format <csv|json>", text: "cli.rejects.format" },
      ],
    },
    async (context, _args, options) => {
      // --json asks for JSON, whatever the usual format.
      const format = context.json ? "json" : oneOf("--format", options.format, ["csv", "json"], "csv");
      const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
      try {
        const rows = await readRejectedRows(warehouse, (options.file as string | undefined) ?? null);
        const message = (row: RejectedRow) => context.t(row.key, row.params);
        if (format === "json") {
          context.print(rows.map(({ key, params, ...row }) => ({ ...row, message: message({ key, params, ...row }) })));
        } else {
          context.io.out(csvLine(["file", "sha256", "line", "column", "value", "code", "message", "also", "cells"]));
          for (const row of rows) {
            const cells = JSON.stringify(row.cells);
            const values = [
              row.file,
              row.sha256,
              String(row.line),
              row.column,
              row.value,
              row.code,
              message(row),
              row.also.join("; "),
              cells,
            ];
            context.io.out(csvLine(values));
          }
        }
      } finally {
        warehouse.close();
      }
      return EXIT.done;
    },
  );
}
