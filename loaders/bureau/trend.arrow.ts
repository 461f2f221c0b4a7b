import { Bool, Dictionary, Float64, Int16, Int32, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { openRelease } from "../../src/release/read.ts";

// The months of every measure and group for the explorer. Text columns are dictionaries: a row is a few small numbers.
const release = await openRelease(process.env.FOREWARN_RELEASE ?? "", "bureau");
const rows = await release.rows<Record<string, string | number | boolean | null>>(
  `SELECT measure, coalesce(dim, '') AS dim, coalesce(group_key, '') AS "group", period AS month, value::DOUBLE AS value,
     previous::DOUBLE AS previous, n::INTEGER AS n, complete
   FROM measure WHERE grain = 'month' AND coalesce(dim, '') <> 'band' ORDER BY measure, dim, "group", period`,
);
release.close();
const column = <T>(name: string) => rows.map((row) => row[name] as T);
const words = (name: string) => vectorFromArray(column<string>(name), new Dictionary(new Utf8(), new Int16()));
const table = new Table({
  measure: words("measure"),
  dim: words("dim"),
  group: words("group"),
  month: words("month"),
  value: vectorFromArray(column<number | null>("value"), new Float64()),
  previous: vectorFromArray(column<number | null>("previous"), new Float64()),
  n: vectorFromArray(column<number | null>("n"), new Int32()),
  complete: vectorFromArray(column<boolean>("complete"), new Bool()),
});
process.stdout.write(tableToIPC(table, "file"));
