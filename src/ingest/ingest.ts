import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { transaction } from "../warehouse/transaction.ts";
import { undoFile } from "../warehouse/undo.ts";
import { chooseTables } from "./choose-tables.ts";
import { exportedAt } from "./exported-at.ts";
import { findKnown, type KnownFile, nameAgain } from "./known.ts";
import type { Listed } from "./list.ts";
import { type ChosenTable, type LoadContext, loadTables, readyTable } from "./load.ts";
import { mendingTables } from "./mend.ts";
import type { Profile } from "./profile.ts";
import { members } from "./readers/archive.ts";
import { openRawFile } from "./readers/open.ts";
import type { RawFile } from "./readers/raw.ts";
import { Refusal } from "./refusal.ts";
import { readRejections } from "./rejects.ts";
import type { Counts, FileResult, Note } from "./result.ts";

export interface IngestOptions {
  /** What to load, in this order; see `listFiles`. */
  readonly files: readonly Listed[];
  readonly profiles: readonly Profile[];
  /** Where rewritten copies stand while a file is loaded; emptied afterwards. */
  readonly temporary: string;
  readonly batch: string;
  readonly now: Date;
  /** The bureau's zone. */
  readonly timeZone: string;
  readonly tool: string;
  /** A digest of what decides how a file is read; a known file that was read otherwise is read anew. */
  readonly reading: string;
  readonly progress?: (done: number, total: number, file: string) => void;
}

export interface IngestResult {
  readonly batch: string;
  readonly files: readonly FileResult[];
  readonly totals: Counts & { readonly files: number; readonly tickets: number };
}

const NONE: Counts = { rows: 0, accepted: 0, unchanged: 0, duplicate: 0, rejected: 0 };

/** Local date and time of a moment in a zone, ISO without zone. */
export function localTime(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(moment);
  return parts.replace(",", "");
}

/**
 * Loads files into the warehouse, each in a transaction of its own; each file of an archive is one. A file that cannot be
 * loaded is told in its result (`refused`), and the others still load.
 */
export async function ingest(duck: Duck, options: IngestOptions): Promise<IngestResult> {
  const { files } = options;
  const results: FileResult[] = [];
  for (const [index, listed] of files.entries()) {
    options.progress?.(index, files.length, listed.name);
    for await (const result of ingestListed(duck, listed, options)) results.push(result);
  }
  options.progress?.(files.length, files.length, "");
  const totals = { files: results.length, ...NONE } as { files: number } & { -readonly [key in keyof Counts]: number };
  for (const result of results) for (const key of Object.keys(NONE) as (keyof Counts)[]) totals[key] += result[key];
  const { tickets } = await duck.row<{ tickets: number }>("SELECT count(*)::DOUBLE AS tickets FROM ticket");
  return { batch: options.batch, files: results, totals: { ...totals, tickets } };
}

/** What became of a listed file, or of each file in a listed archive. */
async function* ingestListed(duck: Duck, listed: Listed, options: IngestOptions): AsyncGenerator<FileResult> {
  const { file, name } = listed;
  const temporary = await mkdtemp(path.join(options.temporary, "read-"));
  try {
    if (listed.missing) throw new Refusal("damaged_file", "ingest.not_found", { path: file });
    for await (const member of members(file, { temporary, name })) {
      const place = file + member.name.slice(name.length);
      yield member.path === null
        ? refused(place, null, member.refusal)
        : await ingestFile(duck, { file: member.path, place, name: member.name }, options);
    }
  } catch (error) {
    yield refused(file, null, error);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Given {
  readonly file: string;
  /** Where it stands, as the result tells it. */
  readonly place: string;
  readonly name: string;
}

async function ingestFile(duck: Duck, { file, place, name }: Given, options: IngestOptions): Promise<FileResult> {
  const temporary = await mkdtemp(path.join(options.temporary, "read-"));
  let raw: RawFile | null = null;
  try {
    const known = await findKnown(duck, file);
    if (known?.reading === options.reading) return await toldAgain(duck, known, place, name, options.batch);
    raw = await openRawFile(file, { temporary, name });
    const localNow = localTime(options.now, options.timeZone);
    const context: LoadContext = {
      batch: options.batch,
      loadedAt: options.now.toISOString().slice(0, 19),
      localNow,
      tool: options.tool,
      name: known?.name ?? name,
      reading: options.reading,
      exportedAt: exportedAt(known?.name ?? name, localNow),
    };
    const opened = raw;
    const mending = await mendingTables(duck, raw, options.profiles, temporary);
    const { tables, notes } = mending ?? chooseTables(raw, options.profiles);
    const told: Note[] = [...repairNotes(raw), ...notes];
    if (known) told.push({ key: "ingest.note.anew", params: {} });
    const first = tables[0] as ChosenTable;
    const ready = await readyTable(duck, first, context);
    const loaded = await transaction(duck, async () => {
      if (known) await undoFile(duck, known.fileId);
      return loadTables(duck, opened, tables, context, told, ready);
    });
    return {
      ...described(place, raw),
      profile: tables[0]?.choice.profile.id ?? null,
      ...loaded.counts,
      rejections: await readRejections(duck, raw.sha256, 100),
      notes: loaded.notes,
      refused: null,
    };
  } catch (error) {
    return refused(place, raw, error);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A remark that double-encoded text was put right. */
function repairNotes({ repaired }: RawFile): Note[] {
  if (!repaired) return [];
  const { kind, lines, left } = repaired;
  return [{ key: "readers.note.repaired", params: { kind, lines, left } }];
}

// What went wrong with one file, whatever it is, is told of that file; the others still load.
function refused(place: string, raw: RawFile | null, error: unknown): FileResult {
  const full = /no space left|file too large|quota exceeded|ENOSPC|EFBIG|EDQUOT/iu.test(
    String((error as Error).message),
  );
  const memory = /out of memory|allocation failed/iu.test(String((error as Error).message));
  const told =
    error instanceof ForewarnError
      ? error
      : full || memory
        ? new Refusal("damaged_file", full ? "ingest.no_space" : "ingest.no_memory", {})
        : new Refusal("damaged_file", "ingest.failed", {
            reason: String((error as Error).message).split("\n")[0] ?? "",
          });
  const code = told instanceof Refusal ? told.code : "damaged_file";
  return {
    ...described(place, raw),
    profile: null,
    ...NONE,
    rejections: [],
    notes: [],
    refused: { code, key: told.key, params: told.params },
  };
}

function described(place: string, raw: RawFile | null): Pick<FileResult, "path" | "sha256" | "format" | "encoding"> {
  return { path: place, sha256: raw?.sha256 ?? null, format: raw?.format ?? null, encoding: raw?.encoding ?? null };
}

/** The fates of a file that was loaded already, as they are when it comes again. */
async function toldAgain(
  duck: Duck,
  known: KnownFile,
  place: string,
  name: string,
  batch: string,
): Promise<FileResult> {
  const notes = [...known.notes];
  if (await nameAgain(duck, known, name, batch)) notes.push({ key: "ingest.note.copy", params: { name: known.name } });
  const { sha256, format, encoding, profile, counts } = known;
  return {
    path: place,
    sha256,
    format,
    encoding,
    profile,
    ...counts,
    accepted: 0,
    unchanged: counts.accepted + counts.unchanged,
    rejections: await readRejections(duck, sha256, 100),
    notes,
    refused: null,
  };
}
