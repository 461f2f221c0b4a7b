import { writeTable } from "./table.ts";

// Every cell of every published table: what was withheld is null, and its row says so.
await writeTable("counts");
