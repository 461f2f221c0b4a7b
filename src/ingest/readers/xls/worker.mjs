// Runs apart from the program: a file made to exhaust or to hang the library ends this thread and nothing else. Plain
// JavaScript, because a thread does not inherit what lets Node run TypeScript.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const ROWS = 2000;
// The CommonJS build brings the code pages that older workbooks are written in.
const XLSX = createRequire(import.meta.url)("@e965/xlsx");

/** A sheet's rows, a few thousand at a time: [row, [[column, type, value, format], …]], counted from 0. */
function* chunks(sheet) {
  let rows = [];
  for (const [row, cells] of (sheet["!data"] ?? []).entries()) {
    const found = [];
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell && cell.t !== "z" && cell.v !== undefined) found.push([column, cell.t, cell.v, cell.z ?? null]);
    }
    if (found.length > 0) rows.push([row, found]);
    if (rows.length === ROWS) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

function* messages() {
  const bytes = readFileSync(workerData.path);
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

const told = messages();
parentPort.on("message", () => {
  try {
    parentPort.postMessage(told.next().value ?? { done: true });
  } catch (error) {
    const reason = String(error?.message).slice(0, 200);
    parentPort.postMessage({ refused: /password|encrypt/i.test(reason) ? "password" : "damaged", reason });
  }
});
