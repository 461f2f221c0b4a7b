// Runs apart from the program: a file made to exhaust or to hang the library ends this process and nothing else. Plain
// JavaScript, because it is started without what lets Node run TypeScript.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

const CELLS = 20_000;
/** The pipe that the messages go through, one line of JSON each. It blocks, so nothing gathers before it. */
const OUT = 3;
const [, , PATH, MILLISECONDS] = process.argv;
// The CommonJS build brings the code pages that older workbooks are written in.
const XLSX = createRequire(import.meta.url)("@e965/xlsx");

/** A sheet's rows, some thousand cells at a time: [row, [[column, type, value, format], …]], counted from 0. */
function* chunks(sheet) {
  let rows = [];
  let size = 0;
  for (const [row, cells] of (sheet["!data"] ?? []).entries()) {
    const found = [];
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell && cell.t !== "z" && cell.v !== undefined) found.push([column, cell.t, cell.v, cell.z ?? null]);
    }
    if (found.length > 0) rows.push([row, found]);
    size += found.length;
    if (size >= CELLS) {
      yield rows;
      [rows, size] = [[], 0];
    }
  }
  if (rows.length > 0) yield rows;
}

function* messages() {
  const bytes = readFileSync(PATH);
  const { FullPaths } = XLSX.CFB.read(bytes, { type: "buffer" });
  const streams = FullPaths.map((path) => path.slice(path.lastIndexOf("/") + 1).toLowerCase());
  if (streams.includes("encryptedpackage")) throw new Error("password");
  if (!streams.includes("workbook") && !streams.includes("book")) {
    yield { refused: "ole" };
    return;
  }
  const options = { type: "buffer", dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false };
  const book = XLSX.read(bytes, options);
  yield { epoch1904: book.Workbook?.WBProps?.date1904 === true };
  for (const name of book.SheetNames) {
    yield { sheet: name };
    for (const rows of chunks(book.Sheets[name])) yield { rows };
  }
}

// Where the program itself was killed, nobody else ends a library that hangs; a thread can, while this one is busy.
new Worker(
  `const { ppid, pid } = process, end = Date.now() + ${Number(MILLISECONDS) + 5000};
   setInterval(() => (process.ppid !== ppid || Date.now() > end) && process.kill(pid, "SIGKILL"), 500);`,
  { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } },
).unref();

/** A pipe takes part of a long text. */
function tell(message) {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(OUT, bytes, at);
}

try {
  for (const message of messages()) tell(message);
  tell({ done: true });
} catch (error) {
  const reason = String(error?.message).slice(0, 200);
  tell({ refused: /password|encrypt/i.test(reason) ? "password" : "damaged", reason });
}
