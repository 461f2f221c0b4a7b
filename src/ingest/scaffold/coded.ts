import type { Duck } from "../../duck/open.ts";
import type { ColumnView } from "./assign.ts";
import { comparedWord } from "./knowledge.ts";
import { distinctSql, type FoundWord } from "./survey.ts";

/** What the words of a coded column are, as far as they may be written down. */
export interface CodedColumn {
  /** Cuts a code off the words, as in "Garage - 049"; null where there is none. */
  readonly strip: string | null;
  /** Signs between several values of a cell, and between the steps of a path; null where there are none. */
  readonly split: string | null;
  readonly path: string | null;
  /** Code to the source words for it, by how often they stand in the file. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Words that no list knows, with the rows that have them. */
  readonly unplaced: readonly FoundWord[];
  /** Words that stand in fewer than `least` rows and so are not written down. */
  readonly rare: number;
  readonly least: number;
  /** Distinct words, and how many of them are known. */
  readonly words: number;
  readonly known: number;
}

/** A column with more distinct words is no list of codes. */
const MOST_WORDS = 300;
/** Of a large file a word in fewer rows than this may be a slip of a person's name into the wrong column. */
const FEW = 10;
/** Longer words are told, not chosen from a list. */
const LONGEST = 120;
/** What more than so many cells have is no slip. */
const SLIPS = 0.02;

/** What systems add to a word, by how sure it is that it is a code. */
const STRIPS = [
  " - [0-9]+$",
  " - [A-Z][0-9]+$",
  " - [A-Z]{2,4}$",
  " - [A-Z0-9]+$",
  " ?\\([A-Z]?[0-9]+\\)$",
  "^[A-Z]?[0-9]{2,}( - |[.:] ?)",
];

/** Whether a column may hold words of a list: nothing of a person's, no dates, no long texts. */
export function mayBeCoded({ facts, personal, dates }: ColumnView): boolean {
  return personal === null && dates <= 0.5 && facts.long <= facts.filled * SLIPS;
}

const share = (words: readonly FoundWord[], test: (word: string) => boolean) =>
  words.length === 0 ? 0 : words.filter(({ word }) => test(word)).length / words.length;

function findStrip(words: readonly FoundWord[]): string | null {
  return (
    STRIPS.find((pattern) => {
      const expression = new RegExp(pattern, "u");
      return share(words, (word) => expression.test(word) && word.replace(expression, "").trim() !== "") >= 0.6;
    }) ?? null
  );
}

function findSplit(words: readonly FoundWord[]): string | null {
  const signs = [";", "\uff1b", "、", "|"].filter((sign) => share(words, (word) => word.includes(sign)) > 0);
  if (share(words, (word) => signs.some((sign) => word.includes(sign))) >= 0.3) return signs.join("");
  // Commas stand inside the words of a list too; between short codes they separate.
  const coded = share(
    words,
    (word) => /^[A-Z0-9]{1,8}([,\uff0c] ?[A-Z0-9]{1,8})*[,\uff0c]?$/u.test(word) && /[,\uff0c]/u.test(word),
  );
  return coded >= 0.3 ? ",\uff0c" : null;
}

function findPath(words: readonly FoundWord[]): string | null {
  const signs = ["/", ">"].filter((sign) => share(words, (word) => word.split(sign).length > 1) >= 0.5);
  // A word such as "Damage / Estimate" is no path: the steps of one have no space on either side.
  return signs.length > 0 && share(words, (word) => / [/>] /u.test(word)) < 0.2 ? "/>" : null;
}

const anyOf = (signs: string) => new RegExp(`[${signs.replaceAll(/[\\\]^-]/gu, "\\$&")}]`, "u");

/** Something of a person's, or of no use as a word: it is not written down. */
const PRIVATE = /\d{7,}|@|https?:|[\p{Cc}\u2028\u2029]/u;

/**
 * Reads the distinct words of a coded column and places those that a list knows. They are given only where they are few and
 * repeated, and nothing of a person's; words that stand in very few rows are not, unless a list knows them.
 */
export async function readCodes(
  duck: Duck,
  view: ColumnView,
  known: ReadonlyMap<string, string>,
  options: { several: boolean },
): Promise<CodedColumn> {
  const cells = await duck.rows<FoundWord>(
    `SELECT value AS word, n AS count FROM ${distinctSql(view.facts.column)} ORDER BY n DESC, value LIMIT 2000`,
  );
  const split = options.several ? findSplit(cells) : null;
  const parts = new Map<string, number>();
  for (const { word, count } of cells) {
    for (const part of split === null ? [word] : word.split(anyOf(split))) {
      const bare = part.trim();
      if (bare !== "") parts.set(bare, (parts.get(bare) ?? 0) + count);
    }
  }
  const strip = findStrip([...parts].map(([word, count]) => ({ word, count })));
  const stripped = new Map<string, number>();
  for (const [word, count] of parts) {
    const bare = strip === null ? word : word.replace(new RegExp(strip, "u"), "").trim();
    stripped.set(bare, (stripped.get(bare) ?? 0) + count);
  }
  const words = [...stripped].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
  const path = findPath(words);
  const codeOf = (word: string): string | undefined => {
    const steps = path === null ? [word] : [word, ...word.split(anyOf(path))];
    return steps.reduce<string | undefined>((code, step) => known.get(comparedWord(step)) ?? code, undefined);
  };
  const written = mayBeCoded(view) && words.length <= Math.min(MOST_WORDS, Math.max(20, view.facts.filled / 2));
  const least = Math.min(FEW, Math.max(2, Math.ceil(view.facts.filled / 4000)));
  const values: Record<string, string[]> = {};
  const unplaced: FoundWord[] = [];
  let rare = 0;
  let placed = 0;
  for (const { word, count } of words) {
    const code = codeOf(word);
    if (code !== undefined) placed++;
    if (!written || word.length > LONGEST || PRIVATE.test(word)) continue;
    if (code !== undefined) {
      values[code] ??= [];
      values[code].push(word);
    } else if (count >= least) unplaced.push({ word, count });
    else rare++;
  }
  return { strip, split, path, values, unplaced, rare, least, words: words.length, known: placed };
}
