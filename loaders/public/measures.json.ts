import { writeTable } from "./table.ts";

// The measures of the whole and of every published group.
await writeTable("measures");
