import type { SiteDefinition, SiteName } from "./page.ts";
import { bureauSite } from "./pages/bureau/index.ts";
import { publicSite } from "./pages/public/index.ts";

export type { SiteName } from "./page.ts";

/** The two sites, in the order in which they are built. Each reads the half of the release that bears its name. */
export const SITES: readonly SiteName[] = ["public", "bureau"];

/** The pages and the menu of each site. */
export const DEFINITIONS: Readonly<Record<SiteName, SiteDefinition>> = { bureau: bureauSite, public: publicSite };
