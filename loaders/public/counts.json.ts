import { openRelease } from "../../src/release/read.ts";
import { table } from "./table.ts";

// Every cell of every published table, for download: what was withheld is null, and its row says so.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "public");
const document = await table(
  release,
  `SELECT grid, period, "from", "to", category, problem, region, tickets::DOUBLE AS tickets, withheld FROM count
   ORDER BY grid, period, category, problem, region`,
);
release.close();
process.stdout.write(document);
