import { Refusal } from "../refusal.ts";
import { lineBlocks, linesOf } from "./blocks.ts";
import type { Scratch } from "./scratch.ts";
import { ByteSink } from "./sink.ts";

/** A header of a message or of a part of it. */
interface Header {
  readonly type: string;
  readonly encoding: string;
  readonly boundary: string | null;
}

function parseHeader(lines: readonly string[]): Header {
  const fields = new Map<string, string>();
  for (const line of lines
    .join("\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const type = fields.get("content-type") ?? "";
  const boundary = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(type);
  return {
    type: type.split(";", 1)[0]?.trim().toLowerCase() ?? "",
    encoding: fields.get("content-transfer-encoding")?.toLowerCase() ?? "",
    boundary: boundary ? (boundary[1] ?? boundary[2] ?? null) : null,
  };
}

/** Decodes the lines of a part's body as they come (RFC 2045, section 6). */
class Body {
  readonly #sink: ByteSink;
  readonly #encoding: string;
  #base64 = "";

  constructor(sink: ByteSink, encoding: string) {
    this.#sink = sink;
    this.#encoding = encoding;
  }

  line(line: Buffer): void {
    if (this.#encoding === "base64") {
      this.#base64 += line.toString("latin1").replace(/[^A-Za-z0-9+/]/g, "");
      const whole = this.#base64.length - (this.#base64.length % 4);
      this.#put(Buffer.from(this.#base64.slice(0, whole), "base64"));
      this.#base64 = this.#base64.slice(whole);
    } else if (this.#encoding === "quoted-printable") {
      const text = line.toString("latin1").replace(/[ \t]*(\r?\n|\r)?$/, "");
      const soft = text.endsWith("=");
      const plain = (soft ? text.slice(0, -1) : `${text}\n`).replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      this.#put(Buffer.from(plain, "latin1"));
    } else this.#put(line);
  }

  end(): void {
    if (this.#base64 !== "") this.#put(Buffer.from(this.#base64, "base64"));
    this.#base64 = "";
  }

  #put(bytes: Buffer): void {
    this.#sink.bytes(bytes, 0, bytes.length);
  }
}

/**
 * Writes the HTML of a web archive (MHTML, RFC 2557), as which Excel and some systems save ".xls" or ".mht", to a file
 * of its own. A workbook has a page for each sheet: they come one after the other. Gives the path.
 *
 * @throws Refusal `no_profile` where there is no page in it
 */
export async function unpackPage(path: string, name: string, scratch: Scratch): Promise<string> {
  const target = scratch.path();
  const sink = new ByteSink(target);
  const boundaries = new Set<string>();
  let header: string[] | null = [];
  let body: Body | null = null;
  let pages = 0;
  try {
    for await (const block of lineBlocks(path, 0)) {
      for (const line of linesOf(block)) {
        const text = line.length < 1000 ? line.toString("latin1").trimEnd() : "";
        if (text.startsWith("--") && boundaries.has(text.slice(2).replace(/--$/, ""))) {
          body?.end();
          body = null;
          header = text.endsWith("--") && boundaries.has(text.slice(2, -2)) ? null : [];
        } else if (header && text !== "") header.push(text);
        else if (header && header.length > 0) {
          const { type, encoding, boundary } = parseHeader(header);
          if (boundary) boundaries.add(boundary);
          header = null;
          if (type === "text/html") {
            pages++;
            body = new Body(sink, encoding);
          }
        } else body?.line(line);
      }
      await sink.flush();
    }
    body?.end();
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  if (pages > 0) return target;
  throw new Refusal("no_profile", "readers.format_not_read", { format: "mhtml" }, { place: { file: name } });
}
