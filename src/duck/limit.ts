import { literal } from "./identifier.ts";
import type { Duck } from "./open.ts";

/** Beside what the program itself needs, so that all of it stays below 4 GiB. */
const MEMORY = "2500MB";

/** Holds a database to so much memory; what needs more is written to a folder, which need not exist. */
export async function limitMemory(duck: Duck, folder: string, memory = MEMORY): Promise<void> {
  await duck.run(`SET memory_limit = ${literal(memory)}`);
  await duck.run(`SET temp_directory = ${literal(folder)}`);
}
