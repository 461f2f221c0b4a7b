import { choose } from "./choose.ts";
import { type ChosenTable, notesOn } from "./load.ts";
import type { Profile } from "./profile.ts";
import type { RawFile } from "./readers/raw.ts";
import { Refusal } from "./refusal.ts";
import type { Note } from "./result.ts";

/** Chooses a layout for each table of a file. Sheets that fit none are noted where another one fits. */
export function chooseTables(raw: RawFile, profiles: readonly Profile[]): { tables: ChosenTable[]; notes: Note[] } {
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
