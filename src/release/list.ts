import { access, readdir, readlink } from "node:fs/promises";
import path from "node:path";
import { ForewarnError } from "../errors.ts";

/** A release as it stands in the folder of releases. */
export interface ListedRelease {
  readonly id: string;
  /** Its folder, with `bureau/` and `public/` below. */
  readonly path: string;
  readonly asOf: string;
  /** Whether it is the one that sites are built from. */
  readonly current: boolean;
}

/** Name of the link to the current release. */
export const CURRENT = "current";
const ID = /^(\d{4}-\d{2}-\d{2})-[0-9a-f]{8}$/;

/** The releases in a folder, the latest as-of date first; none where there is no folder. */
export async function listReleases(directory: string): Promise<ListedRelease[]> {
  const entries = await readdir(directory).catch(() => []);
  const current = await readlink(path.join(directory, CURRENT)).catch(() => null);
  const ids = entries.filter((name) => ID.test(name)).sort((a, b) => (a < b ? 1 : -1));
  return ids.map((id) => ({
    id,
    path: path.join(directory, id),
    asOf: id.slice(0, 10),
    current: current !== null && path.basename(current) === id,
  }));
}

/** The current release of a folder; null where there is none. */
export async function currentRelease(directory: string): Promise<ListedRelease | null> {
  const found = (await listReleases(directory)).find(({ current }) => current);
  if (found === undefined) return null;
  const there = await access(found.path).then(
    () => true,
    () => false,
  );
  return there ? found : null;
}

/**
 * The current release of a folder.
 * @throws ForewarnError `release.missing` where there is none
 */
export async function requireCurrentRelease(directory: string): Promise<ListedRelease> {
  const found = await currentRelease(directory);
  if (found === null) throw new ForewarnError("release.missing", { directory });
  return found;
}
