import { RECORDS } from "../warehouse/records.ts";
import { type Caption, readCaption } from "./caption.ts";
import type { Layout, Profile } from "./profile.ts";

/** Where a layout's captions stand in a file. */
export interface Columns {
  /** Caption of the layout to 0-based column. */
  readonly at: ReadonlyMap<string, number>;
  /** Factor of the money unit in a column's own caption, where it has one. */
  readonly factor: ReadonlyMap<string, number>;
  /** Captions of the file that the layout does not know. */
  readonly unknown: readonly string[];
  /** Money captions that stand twice in the file: which one counts would be a guess, so neither does. */
  readonly doubled: readonly string[];
  /** Columns without a title that were told by their neighbours. */
  readonly inferred: readonly string[];
}

/** Captions of the layout that hold money. */
function moneyCaptions(layout: Layout): Set<string> {
  const types = new Map(RECORDS[layout.record].map((field) => [field.name, field.type]));
  const captions = Object.entries(layout.fields)
    .filter(([name]) => types.get(name) === "DECIMAL(18,2)")
    .flatMap(([, rule]) => [rule.from ?? []].flat());
  return new Set(captions);
}

/** The compared spellings of each caption of a layout: its own, and those that other files use for it. */
function spellings(profile: Profile, layout: Layout): { own: Map<string, string>; other: Map<string, string> } {
  const own = new Map(layout.header.map((caption) => [readCaption(caption).key, caption]));
  const other = new Map<string, string>();
  for (const caption of layout.header) {
    for (const synonym of profile.synonyms[caption] ?? []) {
      const key = readCaption(synonym).key;
      if (!own.has(key) && !other.has(key)) other.set(key, caption);
    }
  }
  return { own, other };
}

/**
 * Finds a layout's captions in a header row. A caption that stands twice counts where it stands first, unless it is
 * money. A blank title between two known neighbours is told by the layout's order, unless it is money.
 */
export function findColumns(profile: Profile, layout: Layout, header: readonly string[]): Columns {
  const { own, other } = spellings(profile, layout);
  const money = moneyCaptions(layout);
  const captions: Caption[] = header.map(readCaption);
  const at = new Map<string, number>();
  const factor = new Map<string, number>();
  const doubled = new Set<string>();
  const place = (name: string, column: number, caption: Caption) => {
    if (at.has(name)) {
      if (money.has(name)) doubled.add(name);
      return;
    }
    at.set(name, column);
    if (caption.factor !== null) factor.set(name, caption.factor);
  };
  // The layout's own captions first: a synonym that stands further left must not take their place.
  captions.forEach((caption, column) => {
    const name = own.get(caption.key);
    if (name !== undefined) place(name, column, caption);
  });
  const named = new Set(at.keys());
  const unknown: string[] = [];
  captions.forEach((caption, column) => {
    if (caption.key === "" || own.has(caption.key)) return;
    const name = other.get(caption.key);
    if (name === undefined || named.has(name)) unknown.push(header[column] as string);
    else place(name, column, caption);
  });
  for (const name of doubled) at.delete(name);
  const inferred = inferBlanks(layout, captions, at, money);
  return { at, factor, unknown, doubled: [...doubled], inferred };
}

function inferBlanks(
  layout: Layout,
  captions: readonly Caption[],
  at: Map<string, number>,
  money: Set<string>,
): string[] {
  const nameAt = new Map([...at].map(([name, column]) => [column, name]));
  const inferred: string[] = [];
  for (let column = 1; column < captions.length - 1; column++) {
    if (captions[column]?.key !== "") continue;
    const before = nameAt.get(column - 1);
    const after = nameAt.get(column + 1);
    if (before === undefined || after === undefined) continue;
    const place = layout.header.indexOf(before);
    if (layout.header[place + 2] !== after) continue;
    const name = layout.header[place + 1] as string;
    if (at.has(name) || money.has(name)) continue;
    at.set(name, column);
    inferred.push(name);
  }
  return inferred;
}
