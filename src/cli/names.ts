import { readRegions } from "../config/regions.ts";
import { readTaxonomy } from "../config/taxonomy.ts";
import type { CommandContext } from "./context.ts";

/** Names of the codes of categories, problems and regions, in the reader's language. */
export async function groupNames(context: CommandContext): Promise<ReadonlyMap<string, string>> {
  const { categories, problems } = await readTaxonomy();
  const { regions } = await readRegions(context.data);
  const named = [...categories, ...categories.flatMap(({ children }) => children), ...problems, ...regions];
  return new Map(named.map((item) => [item.code, item[context.locale]]));
}
