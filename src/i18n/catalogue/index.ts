import { assessment } from "./assessment.ts";
import { cli } from "./cli.ts";
import { columns } from "./columns.ts";
import { config } from "./config.ts";
import { demo } from "./demo.ts";
import { hotspots } from "./hotspots.ts";
import { ingest } from "./ingest.ts";
import { machine } from "./machine.ts";
import { measures } from "./measures.ts";
import { methodology } from "./methodology.ts";
import { profile } from "./profile.ts";
import { publicSite } from "./public.ts";
import { readers } from "./readers.ts";
import { release } from "./release.ts";
import { revisions } from "./revisions.ts";
import { site } from "./site.ts";
import { sure } from "./sure.ts";
import { warehouse } from "./warehouse.ts";
import { warnings } from "./warnings.ts";

/** Every text that a page, a message or a bulletin can show, by key. One file an area. */
export const catalogue = {
  ...assessment,
  ...cli,
  ...columns,
  ...config,
  ...demo,
  ...hotspots,
  ...ingest,
  ...machine,
  ...measures,
  ...methodology,
  ...profile,
  ...publicSite,
  ...readers,
  ...release,
  ...revisions,
  ...site,
  ...sure,
  ...warehouse,
  ...warnings,
};
export type MessageKey = keyof typeof catalogue;
