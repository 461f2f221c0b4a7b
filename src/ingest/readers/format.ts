/** Formats that are recognised, read or not. */
export type Kind =
  | "delimited"
  | "html"
  | "json"
  | "mhtml"
  | "zip"
  | "ole"
  | "gzip"
  | "parquet"
  | "pdf"
  | "xml"
  | "rar"
  | "7z"
  | "bzip2"
  | "xz"
  | "tar"
  | "rtf"
  | "image"
  | "sqlite";

const MAGIC: readonly (readonly [Kind, string])[] = [
  ["zip", "PK\u0003\u0004"],
  // An archive without entries.
  ["zip", "PK\u0005\u0006"],
  // OLE2: workbooks of Excel 5 to 2003, documents of Word, and newer ones with a password.
  ["ole", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
  ["gzip", "\u001f\u008b\u0008"],
  ["parquet", "PAR1"],
  // With an encrypted footer.
  ["parquet", "PARE"],
  ["pdf", "%PDF-"],
  ["rar", "Rar!\u001a\u0007"],
  ["7z", "7z\u00bc\u00af\u0027\u001c"],
  ["xz", "\u00fd7zXZ\u0000"],
  ["rtf", "{\\rtf"],
  ["image", "\u0089PNG\r\n\u001a\n"],
  ["image", "\u00ff\u00d8\u00ff"],
  ["image", "GIF8"],
  ["sqlite", "SQLite format 3\u0000"],
];

/** What a file is by its first bytes, if these are not those of a text. */
export function binaryKind(head: Buffer): Kind | null {
  const start = head.toString("latin1", 0, 16);
  if (/^BZh[1-9]1AY&SY/.test(start)) return "bzip2";
  if (head.toString("latin1", 257, 262) === "ustar") return "tar";
  return MAGIC.find(([, magic]) => start.startsWith(magic))?.[0] ?? null;
}

/** What a text is by how it begins. `head` needs to be right in its ASCII characters only. */
export function textKind(head: string): Kind {
  const start = head.trimStart();
  if (/^<(!doctype\s+html|html|head|meta|style|body|table|div|center|!--)[\s>-]/i.test(start)) return "html";
  if (start.startsWith("<?xml")) return /<html[\s>]|<table[\s>]/i.test(start.slice(0, 4096)) ? "html" : "xml";
  if (/^MIME-Version:|^(From|Subject|Date): [^\n]*\n([^\n]*\n){0,20}?MIME-Version:/i.test(start)) return "mhtml";
  // A CSV may well begin with a bracket, but hardly with these.
  if (/^(\{\s*["}]|\[\s*[{[\]])/.test(start)) return "json";
  return "delimited";
}

/** The encoding that an HTML page says it has. */
export function declaredCharset(head: Buffer): string | null {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head.toString("latin1"))?.[1] ?? null;
}
