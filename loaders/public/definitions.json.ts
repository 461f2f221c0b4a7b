import { writeTable } from "./table.ts";

// What each measure means.
await writeTable("definitions");
