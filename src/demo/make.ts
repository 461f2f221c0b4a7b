import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import { readTaxonomy } from "../config/taxonomy.ts";
import { makeBoundaries } from "./boundaries.ts";
import { isoDay, LAST_DAY } from "./calendar.ts";
import { BUREAU, TOWNSHIPS } from "./county.ts";
import { soil } from "./dirt.ts";
import { type Draw, seeded } from "./draw.ts";
import { COPY, type ExportFile, exportFiles } from "./exports.ts";
import { fillDemo } from "./folder.ts";
import { type Injected, simulate } from "./simulate.ts";
import { captionsOf, lineNumbers, printTable, type Table } from "./table.ts";
import { Truth } from "./truth.ts";
import { csvBytes } from "./write-csv.ts";
import { htmlBytes } from "./write-html.ts";
import { xlsxBytes } from "./write-xlsx.ts";

export interface DemoOptions {
  /** The bureau's data folder. It is made, or filled anew where a demo made it. */
  readonly directory: string;
  /** The same seed gives the same bytes, on any machine and any day. */
  readonly seed?: number;
  readonly progress?: (done: number, total: number, label: string) => void;
}

export interface DemoSummary {
  readonly directory: string;
  readonly seed: number;
  /** Tickets in the county, those of the last days that no export holds yet included. */
  readonly tickets: number;
  /** Export files with their records. */
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  readonly hotspots: number;
}

function bytesOf(file: ExportFile, table: Table): Uint8Array {
  if (file.format === "xlsx") {
    const kinds = table.places.map((place) => file.kinds[file.layout.header[place] ?? ""] ?? "text");
    return xlsxBytes(table, kinds);
  }
  if (file.encoding === "binary") throw new TypeError(`${file.path} has no encoding`);
  if (file.format === "csv") return csvBytes(table, file.encoding);
  if (file.encoding === "utf-8-bom") throw new TypeError("no system writes its tables of HTML with a byte order mark");
  return htmlBytes(table, file.encoding);
}

async function writeExport(directory: string, file: ExportFile, draw: Draw, truth: Truth): Promise<void> {
  const captions = captionsOf(file.layout, file.columns);
  const lines = soil(draw, file.layout, captions, file.rows(), file.dirt);
  const table = printTable(file.layout, file.columns, file.title, lines);
  const target = path.join(directory, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytesOf(file, table));
  const { path: name, layout, format, encoding } = file;
  truth.addFile(
    { path: name, layout: layout.id, format, encoding, sameAs: null },
    table.lines,
    lineNumbers(table, format === "csv"),
  );
}

/** What was put in, told apart from the background: detectors must never read it. */
function hotspotTruth(hotspots: readonly Injected[]): object {
  return {
    hotspots: hotspots.map(({ id, category, problem, township, start, weeks, multiplier, usual, extra }) => ({
      id,
      category,
      problem,
      township: TOWNSHIPS.find(({ short }) => short === township)?.code ?? null,
      start: isoDay(start),
      end: isoDay(Math.min(LAST_DAY, start + weeks * 7 - 1)),
      weeks,
      multiplier,
      usual: Math.round(usual * 100) / 100,
      extra,
    })),
  };
}

const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

function settings(): object {
  return {
    bureau: BUREAU,
    language: "zh",
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    site: { origin: "https://forewarn.example" },
  };
}

function regions(): object {
  return {
    version: 1,
    revision: "2021-01-01",
    regions: TOWNSHIPS.map(({ code, zh, en, short, population }) => ({ code, zh, en, words: [short], population })),
  };
}

/**
 * Makes an invented county bureau's data folder: settings, regions, boundaries, more than five years of exports in the
 * layouts and forms of real systems, and beside them `truth/`, which says what a perfect ingest would count and which
 * hotspots were put in.
 * @throws ForewarnError where the folder is a file, or holds something that no demo made
 */
export async function makeDemo(options: DemoOptions): Promise<DemoSummary> {
  const { directory, seed = 1, progress = () => {} } = options;
  const taxonomy = await readTaxonomy();
  const truth = new Truth();
  let tickets = 0;
  let hotspots = 0;
  await fillDemo(directory, seed, async (making) => {
    const world = simulate(seed, taxonomy);
    const files = exportFiles(world.tickets, seeded(seed, 8));
    for (const [index, file] of files.entries()) {
      progress(index, files.length, file.path);
      await writeExport(path.join(making, "exports"), file, seeded(seed, 100 + index), truth);
    }
    await copyFile(path.join(making, "exports", COPY.of), path.join(making, "exports", COPY.path));
    truth.addCopy(COPY.path, COPY.of);
    await mkdir(path.join(making, "truth"));
    const write = (name: string, text: string) => writeFile(path.join(making, name), text);
    await write("truth/totals.json", json({ seed, asOf: isoDay(LAST_DAY), ...truth.totals() }));
    await write("truth/hotspots.json", json({ seed, ...hotspotTruth(world.hotspots) }));
    await write("forewarn.yaml", stringify(settings()));
    await write("regions.yaml", stringify(regions()));
    await write("boundaries.geojson", json(makeBoundaries(seeded(seed, 9))));
    progress(files.length, files.length, "");
    tickets = world.tickets.length;
    hotspots = world.hotspots.length;
  });
  const files = truth.files.map(({ path: name, rows }) => ({ path: name, rows }));
  return { directory, seed, tickets, files, hotspots };
}
