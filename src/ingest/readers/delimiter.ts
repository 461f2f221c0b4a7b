import { type Dialect, DONE, MORE, QUOTE, RecordLexer } from "./lex.ts";
import { lineEnd, nextLine } from "./recover.ts";

const CANDIDATES = [",", "\t", ";", "|"] as const;
const SAMPLE = 200;
/** Titles above a table have one cell; still, so large a share of the records must agree. */
const LEAST_SHARE = 0.25;

export interface Guess {
  readonly delimiter: string;
  /** The most frequent number of cells. */
  readonly expected: number;
}

/** The most frequent number of cells above one among the first records, and the share of records that have it. */
function usualWidth(bytes: Buffer, last: boolean, dialect: Dialect): { width: number; share: number } {
  const lexer = new RecordLexer(dialect);
  const counts = new Map<number, number>();
  let records = 0;
  for (let at = 0; at < bytes.length && records < SAMPLE; ) {
    const outcome = lexer.read(bytes, at, bytes.length, last);
    if (outcome === MORE && records > 0) break;
    const blank = outcome === DONE && lexer.end === at;
    at = outcome === DONE ? lexer.next : nextLine(bytes, lineEnd(bytes, at, bytes.length), bytes.length);
    if (blank) continue;
    records++;
    if (outcome === DONE) counts.set(lexer.cells, (counts.get(lexer.cells) ?? 0) + 1);
  }
  let width = 1;
  let count = 0;
  for (const [cells, times] of counts) {
    if (cells > 1 && (times > count || (times === count && cells > width))) [width, count] = [cells, times];
  }
  return { width, share: records > 0 ? count / records : 0 };
}

/**
 * Guesses what separates the cells: the character that gives most records the same number of cells, many cells
 * counting for more than few; a comma where none does. `last` says that `head` is the whole file.
 */
export function guessDelimiter(head: Buffer, last: boolean): Guess {
  let best: Guess & { score: number } = { delimiter: ",", expected: 1, score: 0 };
  for (const delimiter of CANDIDATES) {
    const { width, share } = usualWidth(head, last, { delimiter: delimiter.charCodeAt(0), quote: QUOTE });
    const score = share * share * Math.log2(width);
    if (share >= LEAST_SHARE && score > best.score) best = { delimiter, expected: width, score };
  }
  return best;
}
