import path from "node:path";

/** The name of a file without folder and extensions, as a title: `2026_complaints.csv.gz` is "2026 complaints". */
export function titleOf(file: string): string {
  const bare = path
    .basename(file)
    .replace(/(\.(csv|tsv|txt|xlsx?|html?|json|ndjson|parquet|zip|gz))+$/iu, "")
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .replaceAll(/[_\s]+/gu, " ")
    .trim();
  return bare === "" ? "export" : bare.slice(0, 80);
}

/** An id that a profile may have, from a file's name; names without Latin letters give way to the file's digest. */
export function idOf(file: string, sha256: string, taken: readonly string[]): string {
  const slug = titleOf(file)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, "");
  const id = /[a-z]/u.test(slug) ? slug : `export-${sha256.slice(0, 8)}`;
  // A profile of the same id would take the other's place.
  if (!taken.includes(id)) return id;
  return `${id}-${sha256.slice(0, 8)}`;
}
