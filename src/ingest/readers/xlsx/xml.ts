import { Parser } from "htmlparser2";

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a part of a workbook. Names come without their namespace prefix (`x:row` is `row`). */
export interface PartHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Called now and then; the only moment to wait for something. */
  pause?(): Promise<void>;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads an XML part as a stream. Entities that a document type would declare are left as they are, so none can be
 * expanded without end. Throws a plain Error where the part ends early or is not in UTF-8 or UTF-16.
 */
export async function readPart(content: AsyncIterable<Buffer>, handler: PartHandler): Promise<void> {
  let depth = 0;
  let ended = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        handler.open(localName(name), attributes);
      },
      ontext(text) {
        handler.text?.(text);
      },
      onclosetag(name) {
        depth--;
        if (depth === 0) ended = true;
        handler.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let decoder: TextDecoder | undefined;
  for await (const piece of content) {
    decoder ??= new TextDecoder(
      piece[0] === 0xff || piece[0] === 0xfe ? (piece[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8",
      {
        fatal: true,
      },
    );
    parser.write(decoder.decode(piece, { stream: true }));
    await handler.pause?.();
  }
  parser.write(decoder?.decode() ?? "");
  if (!ended) throw new Error("the part ends early");
  parser.end();
}
