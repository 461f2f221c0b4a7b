import path from "node:path";
import { parse } from "yaml";
import { readIfAny } from "../files/read.ts";
import { FILES } from "./files.ts";
import { warningIds } from "./read.ts";
import { numberOf, numberParts, type WarningKind } from "./record.ts";

/** The next number of a kind in a year: one after the highest that was ever given, in whatever state its warning is. */
export async function nextNumber(directory: string, kind: WarningKind, year: string): Promise<string> {
  let highest = 0;
  for (const id of await warningIds(directory)) {
    const text = await readIfAny(path.join(directory, id, FILES.record));
    const number: unknown =
      text === null ? null : (parse(text, { logLevel: "silent" }) as { number?: unknown })?.number;
    const parts = typeof number === "string" ? numberParts(number) : null;
    if (parts && parts.year === year && number === numberOf(kind, year, Number(parts.serial)))
      highest = Math.max(highest, Number(parts.serial));
  }
  return numberOf(kind, year, highest + 1);
}

/** The next free id of a year: 2026-001, 2026-002, …. */
export function nextId(ids: Iterable<string>, year: string): string {
  const serials = [...ids].map((id) => Number(new RegExp(`^${year}-(\\d+)$`).exec(id)?.[1] ?? 0));
  return `${year}-${String(Math.max(0, ...serials) + 1).padStart(3, "0")}`;
}
