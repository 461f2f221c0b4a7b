import { createHash, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Command } from "commander";
import { readRegions } from "../../config/regions.ts";
import { readTaxonomy } from "../../config/taxonomy.ts";
import { limitMemory } from "../../duck/limit.ts";
import { EXIT, ForewarnError } from "../../errors.ts";
import { scratchFolder } from "../../files/scratch.ts";
import { type IngestResult, ingest } from "../../ingest/ingest.ts";
import { listFiles } from "../../ingest/list.ts";
import { defineMacros } from "../../ingest/macros.ts";
import { readProfiles } from "../../ingest/profiles.ts";
import { filesMeant, filesOfBatch } from "../../ingest/rejects.ts";
import type { FileResult, Rejection } from "../../ingest/result.ts";
import { defineWords } from "../../ingest/words.ts";
import { openWarehouse } from "../../warehouse/open.ts";
import { transaction } from "../../warehouse/transaction.ts";
import { undoFile } from "../../warehouse/undo.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { VERSION } from "../version.ts";

/** Raised when the program reads the same cells otherwise than before: files that come again are then read anew. */
const READING = 1;

/** What DuckDB may use while it loads; beyond, it works through files. */
const MEMORY = "3GB";

/** How many rejected rows a person is shown of each file. */
const SHOWN = 5;

export function registerIngest(program: Command, shell: Shell): void {
  define(
    program,
    shell,
    {
      usage: "ingest [paths...]",
      text: "cli.ingest",
      options: [
        { flags: "--profile <id>", text: "cli.ingest.profile" },
        { flags: "--undo <file|sha256|batch>", text: "cli.ingest.undo" },
      ],
    },
    async (context, [paths], options) => {
      if (options.undo !== undefined) return runUndo(context, String(options.undo));
      const result = await runIngest(context, paths as string[], options.profile as string | undefined);
      if (context.json) context.print(ingestDocument(context, result));
      else sayResult(context, result);
      return result.files.some((file) => file.refused) ? EXIT.failed : EXIT.done;
    },
  );
}

/** Takes the files that are meant out of the context's warehouse again, all of them or none. */
async function runUndo(context: CommandContext, what: string): Promise<number> {
  const warehouse = await openWarehouse(context.at("warehouse.duckdb"));
  try {
    const batch = await filesOfBatch(warehouse, what);
    const files = batch.length > 0 ? batch : await filesMeant(warehouse, what);
    if (files.length === 0) throw new ForewarnError("ingest.undo_unknown", { what }, { exitCode: EXIT.usage });
    if (batch.length === 0 && files.length > 1) {
      throw new ForewarnError("ingest.undo_several", { what, count: files.length }, { exitCode: EXIT.usage });
    }
    await transaction(warehouse, async () => {
      for (const { fileId } of files) await undoFile(warehouse, fileId);
    });
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    if (context.json)
      context.print({ undone: files.map(({ name, rows }) => ({ name, rows })), totals: { files: files.length, rows } });
    else context.say(context.t("ingest.undone", { files: files.length, rows }));
    return EXIT.done;
  } finally {
    warehouse.close();
  }
}

/** Loads files into the context's warehouse. */
export async function runIngest(
  context: CommandContext,
  paths: readonly string[],
  profileId?: string,
): Promise<IngestResult> {
  // What was named must be there before anything is made.
  const files = await listFiles(paths.length > 0 ? paths : [context.at("exports")]);
  const all = await readProfiles(context.at("profiles"));
  const profiles = profileId === undefined ? all : all.filter((profile) => profile.id === profileId);
  if (profiles.length === 0) {
    const known = all.map((profile) => profile.id).join(", ");
    throw new ForewarnError("ingest.profile_unknown", { id: profileId ?? "", known }, { exitCode: EXIT.usage });
  }
  const taxonomy = await readTaxonomy();
  const { regions } = await readRegions(context.data);
  const reading = createHash("sha256")
    .update(JSON.stringify([READING, profiles, taxonomy, regions]))
    .digest("hex")
    .slice(0, 16);
  // Copies are made beside the warehouse, so that complaints never lie in a folder that others can read.
  const temporary = await scratchFolder(context.data, "ingest");
  try {
    const warehouse = await openWarehouse(context.at("warehouse.duckdb"));
    try {
      // Each file is committed to the log; the log is folded into the database once, at the end, and not after each file.
      await warehouse.run("SET wal_autocheckpoint = '1GB'");
      await limitMemory(warehouse, temporary, MEMORY);
      await defineMacros(warehouse);
      await defineWords(warehouse, taxonomy, regions, profiles);
      const now = context.io.now();
      return await ingest(warehouse, {
        files,
        profiles,
        temporary,
        batch: `${now.toISOString().replaceAll(/[-:]|\.\d+/gu, "")}-${randomBytes(3).toString("hex")}`,
        now,
        timeZone: context.settings.timeZone,
        tool: VERSION,
        reading,
        progress: (done, total, file) => context.progress.step(context.t("ingest.progress", { file }), done, total),
      });
    } finally {
      warehouse.close();
    }
  } finally {
    context.progress.end();
    await rm(temporary, { recursive: true, force: true });
  }
}

function rejectionDocument(context: CommandContext, rejection: Rejection) {
  const { key, params, ...rest } = rejection;
  return { ...rest, message: context.t(key, params) };
}

/** The JSON of `forewarn ingest`, as docs/cli.md lays it down. */
export function ingestDocument(context: CommandContext, result: IngestResult) {
  return {
    batch: result.batch,
    files: result.files.map(({ refused, notes, rejections, ...file }) => ({
      ...file,
      rejections: rejections.map((rejection) => rejectionDocument(context, rejection)),
      notes: notes.map((note) => context.t(note.key, note.params)),
      refused: refused && { code: refused.code, message: context.t(refused.key, refused.params) },
    })),
    totals: result.totals,
  };
}

function sayResult(context: CommandContext, result: IngestResult): void {
  for (const file of result.files) sayFile(context, file);
  context.say(
    context.t("ingest.line.totals", {
      files: result.totals.files,
      rows: result.totals.rows,
      tickets: result.totals.tickets,
    }),
  );
}

function sayFile(context: CommandContext, file: FileResult): void {
  if (file.refused) {
    const reason = context.t(file.refused.key, file.refused.params);
    context.io.err(`${context.t("ingest.line.refused", { file: file.path, reason })}\n`);
    return;
  }
  const { path: name, rows, accepted, unchanged, duplicate, rejected, profile } = file;
  context.say(context.t("ingest.line.loaded", { file: name, rows, accepted, unchanged, duplicate, rejected, profile }));
  for (const note of file.notes) context.say(`  ${context.t(note.key, note.params)}`);
  for (const rejection of file.rejections.slice(0, SHOWN)) {
    const where = [rejection.line, rejection.column, rejection.value === null ? null : JSON.stringify(rejection.value)];
    context.say(`  ${where.filter((part) => part !== null).join(" ")}: ${context.t(rejection.key, rejection.params)}`);
  }
  if (rejected > SHOWN) context.say(`  ${context.t("cli.table.more", { more: rejected - SHOWN })}`);
}
