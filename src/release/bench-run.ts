import { settingsSchema } from "../config/settings.ts";
import { readTaxonomy } from "../config/taxonomy.ts";
import { limitMemory } from "../duck/limit.ts";
import { createFacts } from "../measures/facts.ts";
import { openWarehouse } from "../warehouse/open.ts";
import { SPAN } from "./bench-tickets.ts";
import { BUREAU_SQL, createBureau } from "./bureau.ts";
import { bureauWindows } from "./periods.ts";

/** What one run tells. */
export interface Run {
  readonly seconds: number;
  /** The most memory that the process held at once, in bytes: all of it, the program too. */
  readonly peak: number;
  /** Figures that were reckoned: rows of the mart `measure`. */
  readonly figures: number;
  /** Complaints received in all years, by these figures. */
  readonly received: number;
}

/** Reckons all measures of a warehouse as a release does, and tells how long it took. */
async function run(file: string): Promise<Run> {
  const taxonomy = await readTaxonomy();
  const { bands } = settingsSchema.parse({});
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    await limitMemory(warehouse, `${file}.work`);
    const start = performance.now();
    await createFacts(warehouse, { asOf: SPAN.to, bands, taxonomy });
    const { first } = await warehouse.row<{ first: string }>("SELECT min(registered_on) AS first FROM measure_fact");
    await createBureau(warehouse, { windows: bureauWindows(first, SPAN.to), bands, taxonomy, regions: [] });
    const seconds = (performance.now() - start) / 1000;
    const made = await warehouse.row<{ figures: number; received: number }>(
      `SELECT count(*)::DOUBLE AS figures, sum(value) FILTER (WHERE measure = 'received' AND grain = 'year' AND dim IS NULL)::DOUBLE AS received
       FROM (${BUREAU_SQL.measure})`,
    );
    return { seconds, peak: process.resourceUsage().maxRSS * 1024, ...made };
  } finally {
    warehouse.close();
  }
}

// A process of its own, since how much memory was held at most is known of a process only.
const [file] = process.argv.slice(2);
if (file === undefined) throw new TypeError("which warehouse?");
process.stdout.write(JSON.stringify(await run(file)));
