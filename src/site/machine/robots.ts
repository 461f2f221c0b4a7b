import type { MachineContext } from "./context.ts";
import { PATHS, urlOf } from "./urls.ts";

/** `robots.txt` (RFC 9309): everyone may read everything, and the list of pages stands there. Path below the root → text. */
export const robots = (context: Pick<MachineContext, "origin">): Map<string, string> =>
  new Map([["robots.txt", `User-agent: *\nAllow: /\n\nSitemap: ${urlOf(context, PATHS.sitemap)}\n`]]);
