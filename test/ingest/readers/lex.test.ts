import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CR_END,
  CRLF_END,
  cellsOf,
  DONE,
  LF_END,
  MORE,
  NO_END,
  OPEN_QUOTE,
  RecordLexer,
  TEXT_AFTER_QUOTE,
} from "../../../src/ingest/readers/lex.ts";

const COMMA = { delimiter: 44, quote: 34 };

function lex(text: string, last = true) {
  const bytes = Buffer.from(text);
  const lexer = new RecordLexer(COMMA);
  const outcome = lexer.read(bytes, 0, bytes.length, last);
  const { next, end, endedBy, cells, breaks, padded, quotedCells } = lexer;
  return { outcome, next, end, endedBy, cells, breaks, padded, quotedCells };
}

describe("one record", () => {
  test("plain cells and each line end", () => {
    expect(lex("a,b\nc")).toMatchObject({ outcome: DONE, cells: 2, end: 3, next: 4, endedBy: LF_END });
    expect(lex("a,b\r\nc")).toMatchObject({ cells: 2, end: 3, next: 5, endedBy: CRLF_END });
    expect(lex("a,b\rc")).toMatchObject({ cells: 2, end: 3, next: 4, endedBy: CR_END });
    expect(lex("a,b,")).toMatchObject({ cells: 3, end: 4, next: 4, endedBy: NO_END });
  });
  test("a blank line has no byte", () =>
    expect(lex("\nx")).toMatchObject({ outcome: DONE, cells: 1, end: 0, next: 1 }));
  test("line breaks inside quotes", () => {
    expect(lex('"a\r\nb\nc\rd",e\n')).toMatchObject({ outcome: DONE, cells: 2, breaks: 3, quotedCells: 1 });
  });
  test("a quote within a plain cell is a character", () => {
    expect(lex('5" disk,b\n')).toMatchObject({ outcome: DONE, cells: 2, quotedCells: 0 });
  });
  test("spaces around quotes", () => {
    expect(lex(' "a,b" ,c\n')).toMatchObject({ outcome: DONE, cells: 2, padded: true });
    expect(lex(" a,b\n")).toMatchObject({ outcome: DONE, cells: 2, padded: false });
  });
  test("text after a closing quote", () => expect(lex('"a"b,c\n').outcome).toBe(TEXT_AFTER_QUOTE));
  test("an open quote", () => expect(lex('a,"b\nc\n').outcome).toBe(OPEN_QUOTE));
  test("quotes switched off", () => {
    const bytes = Buffer.from('"a,b"\nc');
    const lexer = new RecordLexer({ delimiter: 44, quote: -1 });
    expect(lexer.read(bytes, 0, bytes.length, true)).toBe(DONE);
    expect([lexer.cells, lexer.end]).toEqual([2, 5]);
    expect(cellsOf(bytes.subarray(0, 5), lexer.dialect)).toEqual(['"a', 'b"']);
  });
});

const piece = fc.constantFrom("a", "甲", '"', '""', ",", "\n", "\r", "\r\n", " ", "x", "😀");
const anyText = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(""));

test("bytes that come in parts are read as if they came at once", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = Buffer.from(text);
      const whole = lex(text);
      for (let cut = 0; cut < bytes.length; cut++) {
        const lexer = new RecordLexer(COMMA);
        const outcome = lexer.read(bytes.subarray(0, cut), 0, cut, false);
        if (outcome === MORE) continue;
        expect(outcome).toBe(whole.outcome);
        if (outcome === DONE) {
          const { next, end, cells, breaks, padded } = whole;
          expect(lexer).toMatchObject({ next, end, cells, breaks, padded });
        }
      }
    }),
  );
});

test("as many cells are cut out as were counted", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const record = lex(text);
      fc.pre(record.outcome === DONE);
      expect(cellsOf(Buffer.from(text).subarray(0, record.end), COMMA)).toHaveLength(record.cells);
    }),
  );
});
