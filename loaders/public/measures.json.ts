import { openRelease } from "../../src/release/read.ts";
import { table } from "./table.ts";

// The measures of the whole and of every published group. Amounts stay decimal text: a float would not keep the cents.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "public");
const document = await table(
  release,
  `SELECT measure, grain, period, "from", "to", complete, dim, group_key AS "group", value::VARCHAR AS value,
     numerator::VARCHAR AS numerator, denominator::VARCHAR AS denominator, n::DOUBLE AS n, withheld FROM measure
   ORDER BY measure, grain, period, dim, "group"`,
);
release.close();
process.stdout.write(document);
