import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { csvLine } from "../../files/csv.ts";
import { writeNew } from "../../files/write.ts";
import { REJECT_COLUMNS } from "../../ingest/mend.ts";
import { type RejectedRow, readRejectedRows } from "../../ingest/rejects.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { oneOf } from "../choice.ts";
import type { CommandContext } from "../context.ts";
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
        { flags: "--all", text: "cli.rejects.all" },
        { flags: "--out <file>", text: "cli.rejects.out" },
      ],
    },
    async (context, _args, options) => {
      // --json asks for JSON, whatever the usual format.
      const format = context.json ? "json" : oneOf("--format", options.format, ["csv", "json"], "csv");
      const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
      try {
        const file = (options.file as string | undefined) ?? null;
        const rows = await readRejectedRows(warehouse, file, options.all === true);
        const text = format === "json" ? jsonOf(context, rows) : csvOf(context, rows);
        if (options.out === undefined) context.io.out(text);
        // Spreadsheets take a file for UTF-8 by the mark at its front.
        else await writeNew(String(options.out), format === "csv" ? `\ufeff${text}` : text);
      } finally {
        warehouse.close();
      }
      return EXIT.done;
    },
  );
}

function jsonOf(context: CommandContext, rows: readonly RejectedRow[]): string {
  const documents = rows.map(({ key, params, header, ...row }) => ({ ...row, message: context.t(key, params) }));
  return `${JSON.stringify(documents, null, 2)}\n`;
}

/** Numbers that spreadsheets would shorten, or rob of the zeros at their front, are led so that they stay texts. */
function kept(cell: string | null): string | null {
  return cell !== null && /^(\d{12,}|0\d+)$/u.test(cell) ? `="${cell}"` : cell;
}

/**
 * Rejected rows as a table that can be mended in a spreadsheet and loaded again: what is told of the row, and then its cells
 * under the captions of their file, or, where the rows come from files with different captions, under their numbers.
 */
function csvOf(context: CommandContext, rows: readonly RejectedRow[]): string {
  const width = Math.max(0, ...rows.map(({ cells, header }) => Math.max(cells.length, header.length)));
  const headers = new Set(rows.map(({ header }) => JSON.stringify(header)));
  const one = headers.size === 1 ? (rows[0]?.header ?? []) : [];
  const captions = Array.from({ length: width }, (_, i) => one[i] || context.t("cli.rejects.cell", { number: i + 1 }));
  const lines = rows.map((row) =>
    csvLine([
      row.file,
      row.sha256,
      row.sheet,
      String(row.line),
      row.column,
      row.value,
      row.code,
      context.t(row.key, row.params),
      row.also.join("; "),
      ...Array.from({ length: width }, (_, i) => kept(row.cells[i] ?? null)),
    ]),
  );
  return csvLine([...REJECT_COLUMNS, ...captions]) + lines.join("");
}
