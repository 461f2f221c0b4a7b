import { mkdtemp, readdir, realpath, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { choose } from "./choose.ts";
import { type ChosenTable, type LoadContext, loadFile, notesOn } from "./load.ts";
import type { Profile } from "./profile.ts";
import { openRawFile } from "./readers/open.ts";
import type { RawFile } from "./readers/raw.ts";
import { Refusal } from "./refusal.ts";
import { readRejections } from "./rejects.ts";
import type { Counts, FileResult, Note } from "./result.ts";

export interface IngestOptions {
  /** What to load, in this order; see {@link listFiles}. */
  readonly files: readonly Listed[];
  readonly profiles: readonly Profile[];
  /** Where rewritten copies stand while a file is loaded; emptied afterwards. */
  readonly temporary: string;
  readonly batch: string;
  readonly now: Date;
  /** The bureau's zone. */
  readonly timeZone: string;
  readonly tool: string;
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

/** A file to load; `missing` where a link in a folder leads nowhere. */
export interface Listed {
  readonly file: string;
  readonly name: string;
  readonly missing: boolean;
}

/**
 * All files below the paths, each once, sorted by name so that a run can be repeated; hidden ones and office lock files are
 * left out, and folders that links lead back to are not entered again.
 * @throws ForewarnError where a path that was named does not exist, or there is no file at all
 */
export async function listFiles(paths: readonly string[]): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  const walk = async (file: string, name: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(file).catch(() => null);
    if (real === null) {
      if (above.length === 0) throw new ForewarnError("ingest.not_found", { path: file });
      found.set(path.resolve(file), { file, name, missing: true });
      return;
    }
    if (!(await stat(real)).isDirectory()) {
      if (!found.has(real)) found.set(real, { file, name, missing: false });
      return;
    }
    if (above.includes(real)) return;
    for (const entry of (await readdir(file)).sort()) {
      if (entry.startsWith(".") || entry.startsWith("~$")) continue;
      await walk(path.join(file, entry), path.posix.join(name, entry), [...above, real]);
    }
  };
  for (const start of paths) {
    const info = await stat(start).catch(() => null);
    await walk(start, info?.isDirectory() ? "" : path.basename(start), []);
  }
  if (found.size === 0) throw new ForewarnError("ingest.nothing", { path: paths.join(", ") });
  return [...found.values()];
}

/**
 * Loads files into the warehouse, each in a transaction of its own. A file that cannot be loaded is told in its result
 * (`refused`), and the others still load.
 */
export async function ingest(duck: Duck, options: IngestOptions): Promise<IngestResult> {
  const { files } = options;
  const results: FileResult[] = [];
  for (const [index, listed] of files.entries()) {
    options.progress?.(index, files.length, listed.name);
    results.push(await ingestFile(duck, listed, options));
  }
  options.progress?.(files.length, files.length, "");
  const totals = { files: results.length, ...NONE } as { files: number } & { -readonly [key in keyof Counts]: number };
  for (const result of results) for (const key of Object.keys(NONE) as (keyof Counts)[]) totals[key] += result[key];
  const { tickets } = await duck.row<{ tickets: number }>("SELECT count(*)::DOUBLE AS tickets FROM ticket");
  return { batch: options.batch, files: results, totals: { ...totals, tickets } };
}

async function ingestFile(duck: Duck, { file, name, missing }: Listed, options: IngestOptions): Promise<FileResult> {
  const temporary = await mkdtemp(path.join(options.temporary, "read-"));
  let raw: RawFile | null = null;
  try {
    if (missing) throw new Refusal("damaged_file", "ingest.not_found", { path: file });
    raw = await openRawFile(file, { temporary, name });
    const known = await loadedBefore(duck, raw.sha256);
    if (known) return { ...described(file, raw), ...known, notes: [], refused: null };
    const { tables, notes } = chooseTables(raw, options.profiles);
    const context: LoadContext = {
      batch: options.batch,
      loadedAt: options.now.toISOString().slice(0, 19),
      localNow: localTime(options.now, options.timeZone),
      tool: options.tool,
      name,
    };
    const counts = await loadFile(duck, raw, tables, context);
    const profile = tables[0]?.choice.profile.id ?? null;
    return {
      ...described(file, raw),
      profile,
      ...counts,
      rejections: await readRejections(duck, raw.sha256, 100),
      notes,
      refused: null,
    };
  } catch (error) {
    // What went wrong with one file, whatever it is, is told of that file; the others still load.
    const told =
      error instanceof ForewarnError
        ? error
        : new Refusal("damaged_file", "ingest.failed", {
            reason: String((error as Error).message).split("\n")[0] ?? "",
          });
    const code = told instanceof Refusal ? told.code : "damaged_file";
    return {
      ...described(file, raw),
      profile: null,
      ...NONE,
      rejections: [],
      notes: [],
      refused: { code, key: told.key, params: told.params },
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function described(file: string, raw: RawFile | null): Pick<FileResult, "path" | "sha256" | "format" | "encoding"> {
  return { path: file, sha256: raw?.sha256 ?? null, format: raw?.format ?? null, encoding: raw?.encoding ?? null };
}

/** The fates of a file that was loaded already, as they are when it comes again; null for a new one. */
async function loadedBefore(
  duck: Duck,
  sha256: string,
): Promise<(Counts & Pick<FileResult, "profile" | "rejections">) | null> {
  const [row] = await duck.rows<Counts & { profile: string }>(
    `SELECT profile, "rows"::DOUBLE AS "rows", 0::DOUBLE AS accepted, (accepted + "unchanged")::DOUBLE AS "unchanged",
       duplicate::DOUBLE AS duplicate, rejected::DOUBLE AS rejected FROM source_file WHERE sha256 = $1`,
    [sha256],
  );
  return row ? { ...row, rejections: await readRejections(duck, sha256, 100) } : null;
}

/** Chooses a layout for each table of a file. Sheets that fit none are noted where another one fits. */
function chooseTables(raw: RawFile, profiles: readonly Profile[]): { tables: ChosenTable[]; notes: Note[] } {
  const tables: ChosenTable[] = [];
  const notes: Note[] = [];
  let refusal: Refusal | null = null;
  for (const table of raw.tables) {
    const chosen = choose(profiles, table);
    if (chosen.choice !== null) {
      tables.push({ table, choice: chosen.choice, padded: raw.format !== "csv" });
      notes.push(...notesOn(chosen.choice));
      continue;
    }
    if (raw.tables.length > 1) notes.push({ key: "ingest.note.sheet", params: { sheet: table.name ?? "" } });
    if (chosen.code === "ambiguous_profile") {
      const [first, second] = chosen.between.map(({ profile, layout }) => `${profile.id}/${layout.id}`) as [
        string,
        string,
      ];
      throw new Refusal("ambiguous_profile", "ingest.ambiguous_profile", { first, second });
    }
    refusal ??=
      chosen.code === "aggregate_table"
        ? new Refusal("aggregate_table", "ingest.aggregate_table", { header: chosen.header.slice(0, 8).join(", ") })
        : new Refusal("no_profile", "ingest.no_profile", {
            best: chosen.best ? `${chosen.best.profile.id}/${chosen.best.layout.id}` : "none",
            score: chosen.best?.score ?? 0,
            header: (table.head[0] ?? []).slice(0, 12).join(", "),
          });
  }
  if (tables.length === 0) throw refusal ?? new Refusal("empty_file", "readers.empty_file", {});
  return { tables, notes };
}
