import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { csvLine } from "../../../files/csv.ts";
import { DOWNLOADS, type Download, downloadColumns, downloadSql } from "../../../release/downloads.ts";
import type { Release } from "../../../release/read.ts";

/** A file that readers may take away: a table of the public half in one format. */
export interface DownloadFile {
  readonly download: Download;
  readonly format: "csv" | "parquet";
  /** Path below the root of the site; it bears the release's id, so that no two files of one name differ. */
  readonly path: string;
  readonly type: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: Uint8Array;
}

const TYPES = { csv: "text/csv", parquet: "application/vnd.apache.parquet" } as const;
// Spreadsheets take a file without this sign for one in the local encoding.
const BYTE_ORDER_MARK = "\ufeff";

const printed = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "object" ? JSON.stringify(value) : String(value);

async function csvOf(release: Release, download: Download): Promise<{ content: Buffer; rows: number }> {
  const columns = downloadColumns(download).map(({ name }) => name);
  const rows = await release.rows<Record<string, unknown>>(downloadSql(download));
  const lines = rows.map((row) => csvLine(columns.map((name) => printed(row[name]))));
  return { content: Buffer.from(BYTE_ORDER_MARK + csvLine(columns) + lines.join("")), rows: rows.length };
}

async function make(release: Release): Promise<DownloadFile[]> {
  const files: DownloadFile[] = [];
  for (const download of Object.keys(DOWNLOADS) as Download[]) {
    const { mart } = DOWNLOADS[download];
    const csv = await csvOf(release, download);
    // The very file of the release: its digest is the one in the manifest.
    const parquet = { content: await readFile(release.table(mart)), rows: release.manifest.marts[mart]?.rows ?? 0 };
    for (const [format, { content, rows }] of [
      ["csv", csv],
      ["parquet", parquet],
    ] as const) {
      const path = `downloads/${download}-${release.manifest.release}.${format}`;
      const sha256 = createHash("sha256").update(content).digest("hex");
      files.push({ download, format, path, type: TYPES[format], rows, bytes: content.length, sha256, content });
    }
  }
  return files;
}

const made = new WeakMap<Release, Promise<DownloadFile[]>>();

/** The files that the site offers of a release: each table whole, never cut. They are made once for a release. */
export function downloadFiles(release: Release): Promise<DownloadFile[]> {
  const found = made.get(release) ?? make(release);
  made.set(release, found);
  return found;
}
