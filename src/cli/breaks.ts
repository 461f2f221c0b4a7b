import { type Break, readBreaks } from "../config/breaks.ts";
import type { Duck } from "../duck/open.ts";
import { readProfiles } from "../ingest/profiles.ts";
import type { CommandContext } from "./context.ts";

/**
 * The breaks of the series that figures of a warehouse must not be joined across: those of the profiles whose exports it holds,
 * and those of the bureau's own register, in the order of their days.
 */
export async function breaksOf(warehouse: Duck, context: CommandContext): Promise<Break[]> {
  const used = await warehouse.rows<{ profile: string }>("SELECT DISTINCT profile FROM source_file");
  const profiles = await readProfiles(context.at("profiles"));
  const own = profiles.filter(({ id }) => used.some(({ profile }) => profile === id)).flatMap(({ breaks }) => breaks);
  return [...own, ...(await readBreaks(context.data))].sort((a, b) => (a.from < b.from ? -1 : 1));
}
