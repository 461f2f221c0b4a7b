/** Formats that are recognised, read or not. */
export type Kind = "delimited" | "html" | "zip" | "xls" | "gzip" | "parquet" | "pdf" | "json" | "xml" | "mhtml";

const MAGIC: readonly (readonly [Kind, string])[] = [
  ["zip", "PK\u0003\u0004"],
  // An archive without entries.
  ["zip", "PK\u0005\u0006"],
  ["xls", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
  ["gzip", "\u001f\u008b\u0008"],
  ["parquet", "PAR1"],
  ["pdf", "%PDF-"],
];

/** What a file is by its first bytes, if these are not those of a text. */
export function binaryKind(head: Buffer): Kind | null {
  const start = head.toString("latin1", 0, 8);
  return MAGIC.find(([, magic]) => start.startsWith(magic))?.[0] ?? null;
}

/** What a text is by how it begins. `head` needs to be right in its ASCII characters only. */
export function textKind(head: string): Kind {
  const start = head.trimStart();
  if (/^<(!doctype\s+html|html|head|meta|style|body|table|div|center|!--)[\s>-]/i.test(start)) return "html";
  if (start.startsWith("<?xml")) return /<html[\s>]|<table[\s>]/i.test(start.slice(0, 4096)) ? "html" : "xml";
  if (/^MIME-Version:/i.test(start)) return "mhtml";
  // A CSV may well begin with a bracket, but hardly with these.
  if (/^(\{\s*["}]|\[\s*[{[\]])/.test(start)) return "json";
  return "delimited";
}

/** The encoding that an HTML page says it has. */
export function declaredCharset(head: Buffer): string | null {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head.toString("latin1"))?.[1] ?? null;
}
