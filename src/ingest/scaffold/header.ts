import { literal } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import { readCaption } from "../caption.ts";
import { cell } from "../cells.ts";
import type { RawTable } from "../readers/raw.ts";
import { isKnownCaption } from "./caption-words.ts";
import { NO_VALUE } from "./values.ts";

/** Where the captions stand. */
export interface HeaderFinding {
  /** 1-based record; 0 where the file has no header. */
  readonly record: number;
  /** The cells of the header as they stand; of a file without one, as many empty texts as it has columns. */
  readonly captions: readonly string[];
  /** How many captions the vocabulary knows. */
  readonly known: number;
  /** Whether nothing but the place speaks for this row. */
  readonly doubtful: boolean;
}

/** A header is looked for in so many first records. */
const DEPTH = 20;
/** A row with fewer cells than this share of the widest is a title. */
const WIDE = 0.5;
/** A header has at most this share of cells that look like values. */
const VALUES = 0.25;
/** Known captions of at least this share make a header of a row by themselves. */
const KNOWN = 0.2;
/** Longer texts are told, not captions. */
const LONGEST = 60;

const filledOf = (record: readonly string[]) => record.filter((text) => text.trim() !== "");

/** Whether a cell looks like a value: a number, a date, a yes or no, "no value", or a long text. */
function looksLikeValue(text: string): boolean {
  const bare = text.normalize("NFKC").trim().toLowerCase();
  if (/^[\d\s.,:/+()¥$€%tz年月日时分秒-]+$/u.test(bare) && /\d/u.test(bare)) return true;
  return bare.length > LONGEST || /^(yes|no|y|n|true|false|是|否)$/u.test(bare) || NO_VALUE.includes(bare);
}

function share(record: readonly string[], test: (text: string) => boolean): number {
  const filled = filledOf(record);
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/** Whether the columns of a row hold values further down, where the row itself has words. */
function stands(head: readonly (readonly string[])[], index: number): boolean {
  const below = head.slice(index + 1);
  const header = head[index] as readonly string[];
  return header.some((caption, column) => {
    if (caption.trim() === "" || looksLikeValue(caption)) return false;
    const cells = filledOf(below.map((record) => record[column] ?? ""));
    return cells.length > 0 && cells.filter(looksLikeValue).length > cells.length / 2;
  });
}

/** In how many columns the text of a row stands again further down: captions do not, values do. */
async function recurring(duck: Duck, scan: string, record: number, texts: readonly string[]): Promise<number> {
  const tests = texts.flatMap((text, column) =>
    text.trim() === "" || text.includes("\0")
      ? []
      : [`(count(*) FILTER (WHERE ${cell(column)} = ${literal(text)}) > 0)::INTEGER`],
  );
  if (tests.length === 0) return 0;
  const { again } = await duck.row<{ again: number }>(
    `SELECT (${tests.join(" + ")})::DOUBLE AS again FROM ${scan} WHERE record > ${record}`,
  );
  return again;
}

/** Whether a row's captions tell enough columns apart to find them again. */
function distinguishes(captions: readonly string[]): boolean {
  const keys = captions.map((caption) => readCaption(caption).key).filter((key) => key !== "");
  return new Set(keys).size >= 2 && new Set(keys).size > keys.length / 2;
}

/**
 * Finds the row of captions: the first that is wide enough, does not look like values, and either holds words of the
 * vocabulary or stands above columns of values. Where all of the first rows look like values the file has none.
 */
export async function findHeader(duck: Duck, table: RawTable, scan: string): Promise<HeaderFinding> {
  const head = table.head.slice(0, DEPTH);
  const widest = Math.max(...head.map((record) => filledOf(record).length));
  const candidates = head
    .map((record, index) => ({
      record,
      index,
      known: share(record, isKnownCaption),
      values: share(record, looksLikeValue),
    }))
    .filter(({ record }) => filledOf(record).length >= Math.max(2, widest * WIDE) && distinguishes(record));
  const found = (candidate: (typeof candidates)[0], doubtful: boolean): HeaderFinding => ({
    record: candidate.index + 1,
    captions: candidate.record,
    known: filledOf(candidate.record).filter(isKnownCaption).length,
    doubtful,
  });
  const words = candidates.filter(({ values }) => values <= VALUES);
  const known = words.find((candidate) => candidate.known >= KNOWN);
  if (known) return found(known, false);
  const [first] = candidates;
  if (first && words.includes(first)) {
    const again = await recurring(duck, scan, first.index + 1, first.record);
    // A row of words above other words may be a caption or not; where its words stand again below they are values.
    if (again <= filledOf(first.record).length / 10) return found(first, !stands(head, first.index));
  }
  return { record: 0, captions: Array.from({ length: table.width }, () => ""), known: 0, doubtful: false };
}
