import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { ForewarnError } from "../errors.ts";

/** A file to load; `missing` where nothing is there, or a link leads nowhere. */
export interface Listed {
  readonly file: string;
  readonly name: string;
  readonly missing: boolean;
}

/**
 * All files below the paths, each once, sorted by name so that a run can be repeated; hidden ones and office lock files are
 * left out, and folders that links lead back to are not entered again.
 * @throws ForewarnError where no path that was named exists, or there is no file at all
 */
export async function listFiles(paths: readonly string[]): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  const walk = async (file: string, name: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(file).catch(() => null);
    if (real === null) {
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
  const files = [...found.values()];
  const absent = files.find(({ missing }) => missing);
  if (absent && files.every(({ missing }) => missing))
    throw new ForewarnError("ingest.not_found", { path: absent.file });
  if (found.size === 0) throw new ForewarnError("ingest.nothing", { path: paths.join(", ") });
  return files;
}
