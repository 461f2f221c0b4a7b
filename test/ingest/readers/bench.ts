import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openDuck } from "../../../src/duck/open.ts";
import { openRawFile } from "../../../src/ingest/readers/open.ts";
import { lineOf, type RawFile, type RawTable } from "../../../src/ingest/readers/raw.ts";
import { scanSql } from "../../../src/ingest/readers/scan.ts";
import { Refusal } from "../../../src/ingest/refusal.ts";

/** A folder for exports and one for temporary files, and a DuckDB; all gone when the tests of the file are done. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-readers-"));
  const temporary = mkdtempSync(join(folder, "tmp-"));
  const duck = await openDuck();
  let made = 0;
  afterAll(() => {
    duck.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes an export and opens it. */
  async function read(content: string | Uint8Array, name = `export-${++made}.csv`): Promise<RawFile> {
    const path = join(folder, name);
    writeFileSync(path, content);
    return openRawFile(path, { temporary, name });
  }

  /** The only table of an export. */
  async function table(content: string | Uint8Array, name?: string): Promise<RawTable> {
    const { tables } = await read(content, name);
    if (tables.length !== 1) throw new Error(`${tables.length} tables`);
    return tables[0] as RawTable;
  }

  /** All cells as DuckDB reads them; null where a record is too short. */
  async function cells(of: RawTable): Promise<(string | null)[][]> {
    // In hexadecimal, because the client drops a byte order mark from the front of a text.
    const hex = Array.from({ length: of.width }, (_, column) => `hex(encode(c${column + 1})) AS c${column + 1}`);
    const rows = await duck.rows<Record<string, string | null>>(
      `SELECT record, ${hex.join(", ")} FROM ${scanSql(of)} ORDER BY record`,
    );
    return rows.map((row, index) => {
      if (row.record !== String(index + 1)) throw new Error(`record ${row.record} in place ${index + 1}`);
      return hex.map((_, column) => {
        const cell = row[`c${column + 1}`];
        return typeof cell === "string" ? Buffer.from(cell, "hex").toString() : null;
      });
    });
  }

  /** The line of each record. */
  const lines = (of: RawTable) => Array.from({ length: of.records }, (_, index) => lineOf(of.lines, index + 1));

  /** The refusal that an export meets. */
  async function refusal(content: string | Uint8Array, name?: string): Promise<Refusal> {
    try {
      await read(content, name);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error("was not refused");
  }

  return { folder, temporary, duck, read, table, cells, lines, refusal, leftovers: () => readdirSync(temporary) };
}
