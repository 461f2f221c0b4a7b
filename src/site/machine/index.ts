import { apiFiles } from "./api.ts";
import { atomFiles } from "./atom.ts";
import { capFiles } from "./cap.ts";
import type { MachineContext } from "./context.ts";
import { jsonFeedFiles } from "./json-feed.ts";
import { robots } from "./robots.ts";

/**
 * All files of the public site for machines but for the sitemap, which needs the list of pages: feeds, CAP messages, the API,
 * `robots.txt`. Path below the root → text.
 * @throws ForewarnError where two warnings would share a CAP file
 */
export const machineFiles = (context: MachineContext): Map<string, string> =>
  new Map([
    ...atomFiles(context),
    ...jsonFeedFiles(context),
    ...capFiles(context),
    ...apiFiles(context),
    ...robots(context),
  ]);
