import { sourcesOf } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { FieldRule } from "./profile.ts";
import type { ColumnTraits, RawTable } from "./readers/raw.ts";

/** A table with what is known of the cells below its header. */
export interface TraitedTable extends RawTable {
  readonly traits: readonly ColumnTraits[];
}

export function withTraits(table: RawTable, headerRecord: number): TraitedTable {
  return { ...table, traits: table.traitsBelow?.(headerRecord) ?? [] };
}

/** What must be reckoned with where a reader tells nothing of a column's cells. */
const ANY: ColumnTraits = { trimmed: false, literal: false, ascii: false, plain: false, numeric: false };

/** What is known of the cells of a 0-based column. */
export function traitsOf(table: TraitedTable, column: number): ColumnTraits {
  return table.traits[column] ?? ANY;
}

/** What is known of all the columns that fill a field. */
export function traitsOfField(table: TraitedTable, choice: Choice, rule: FieldRule): ColumnTraits {
  const all = sourcesOf(choice, rule).map(({ column }) => traitsOf(table, column));
  return {
    trimmed: all.every((traits) => traits.trimmed && traits.literal),
    literal: all.every((traits) => traits.literal),
    ascii: all.every((traits) => traits.ascii),
    plain: all.every((traits) => traits.plain),
    numeric: all.every((traits) => traits.numeric),
  };
}

/** Whether width and white space of the cells need no putting right. */
export function isTidy(traits: ColumnTraits): boolean {
  return traits.ascii && traits.trimmed;
}
