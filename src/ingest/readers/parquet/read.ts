import type { DuckDBType } from "@duckdb/node-api";
import { literal } from "../../../duck/identifier.ts";
import { type Duck, openDuck } from "../../../duck/open.ts";
import { Refusal } from "../../refusal.ts";
import { QUOTE } from "../lex.ts";
import type { RawTable } from "../raw.ts";
import { MAX_CELLS } from "../records.ts";
import { plainPath } from "../scan.ts";
import type { Scratch } from "../scratch.ts";
import { describeTable, summarize } from "../summary.ts";
import { textColumns } from "./columns.ts";

/** The rows of a Parquet file as SQL, to stand after FROM; columns are called `c1`, `c2`, … whatever their names. */
function fileSql(path: string, width: number): string {
  const columns = Array.from({ length: width }, (_, index) => `c${index + 1}`);
  const names = width > 0 ? ` AS file(${columns.join(", ")})` : "";
  return `read_parquet(${literal(plainPath(path))}, hive_partitioning = false, union_by_name = false)${names}`;
}

async function columnsOf(duck: Duck, path: string): Promise<{ names: string[]; types: DuckDBType[] }> {
  const result = await duck.connection.run(`SELECT * FROM ${fileSql(path, 0)} LIMIT 0`);
  return { names: result.columnNames(), types: result.columnTypes() };
}

/** Writes all rows as comma-separated text, the names first. */
async function copyOut(duck: Duck, path: string, target: string): Promise<void> {
  const { names, types } = await columnsOf(duck, path);
  const columns = names.flatMap((name, index) => textColumns(name, `c${index + 1}`, types[index] as DuckDBType));
  if (columns.length > MAX_CELLS) throw new RangeError(`${columns.length} columns`);
  const header = columns.map(({ caption }, index) => `${literal(caption)} AS t${index + 1}`);
  const cells = columns.map(({ sql }, index) => `coalesce(${sql}, '') AS t${index + 1}`);
  await duck.run(
    `COPY (SELECT ${header.join(", ")} UNION ALL SELECT ${cells.join(", ")} FROM ${fileSql(path, names.length)})
     TO ${literal(target)} (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', FORCE_QUOTE *, NULLSTR '', COMPRESSION none)`,
  );
}

/**
 * Reads a Parquet file. The first record of the table are the names, a struct's with dots between; the rows follow in
 * the file's order. Dates and times are text in ISO 8601 (a moment in UTC, without its zone), numbers in the fewest
 * digits that mean them, `true` and `false`; lists are joined by `; `, lists of structs and maps are JSON.
 *
 * @throws Refusal `damaged_file`
 */
export async function readParquet(path: string, name: string, scratch: Scratch, temporary: string): Promise<RawTable> {
  const target = scratch.path();
  const refusal = (part: string, cause?: unknown) =>
    new Refusal("damaged_file", "readers.damaged_file", { fault: "parquet", part }, { place: { file: name }, cause });
  const duck = await openDuck(":memory:", { threads: 2 });
  try {
    await duck.run("SET memory_limit = '1GB'");
    await duck.run(`SET temp_directory = ${literal(temporary)}`);
    await copyOut(duck, path, target);
  } catch (error) {
    throw refusal(
      String((error as Error).message)
        .split("\n")[0]
        ?.slice(0, 200) ?? "",
      error,
    );
  } finally {
    duck.close();
  }
  const dialect = { delimiter: ",".charCodeAt(0), quote: QUOTE };
  const layout = { path: target, name, skip: 0, firstLine: 1, dialect, expected: 1, faultyLines: [] };
  const table = describeTable(await summarize(layout), dialect);
  // Rows are told by their number, so none may be left out. Only one of more than 16 MiB ever would.
  if (table.malformed.length > 0) throw refusal("row > 16 MiB");
  return { ...table, csvPath: target, newline: "\n", lines: { record: [2], line: [1] } };
}
