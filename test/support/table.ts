import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export type Row = Record<string, number>;

/** R writes infinity as Inf and what does not exist as nothing. */
function readCell(cell: string): number {
  if (cell === "") return Number.NaN;
  return cell === "Inf" ? Number.POSITIVE_INFINITY : Number(cell);
}

/** The rows of a CSV of numbers, gzip or not; texts become NaN. */
export function readNumbers(file: string): Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(",").map((name) => name.replaceAll('"', ""));
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", readCell(cell)])));
}

/** |computed − wanted| / |wanted|; 0 where they are the same, also NaN and ∞. */
export function relativeError(computed: number, wanted: number): number {
  if (Object.is(computed, wanted) || computed === wanted) return 0;
  return Math.abs(computed - wanted) / Math.max(Math.abs(wanted), 1e-300);
}
