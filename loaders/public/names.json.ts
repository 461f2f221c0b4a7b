import { writeTable } from "./table.ts";

// What the keys of the other tables stand for.
await writeTable("names");
