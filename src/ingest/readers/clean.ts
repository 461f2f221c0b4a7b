import { cellsOf, LF, type RecordLexer } from "./lex.ts";
import { type Layout, type Visitor, visitRecords } from "./records.ts";
import { ByteSink } from "./sink.ts";

/** Writes the well-formed records of a file to `target`, each on its own line, byte for byte where that is unequivocal. */
export async function writeClean(layout: Layout, target: string): Promise<void> {
  const sink = new ByteSink(target);
  const delimiter = String.fromCharCode(layout.dialect.delimiter);
  const visitor: Visitor = {
    record(bytes: Buffer, from: number, lexer: RecordLexer) {
      const { end } = lexer;
      if (lexer.padded) {
        const cells = cellsOf(bytes.subarray(from, end), layout.dialect);
        sink.text(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter));
      } else {
        sink.bytes(bytes, from, end);
      }
      sink.byte(LF);
    },
    blank() {},
    reject() {},
    pause: () => sink.flush(),
  };
  try {
    await visitRecords(layout, visitor);
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}
