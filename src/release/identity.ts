import { createHash } from "node:crypto";
import type { Exposure } from "../config/exposure.ts";
import type { Place } from "../config/places.ts";
import type { Region } from "../config/regions.ts";
import type { Settings } from "../config/settings.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import type { LawContext } from "../law/context.ts";
import type { MeasureBreak } from "../measures/touched.ts";
import { SCHEMA_VERSION } from "../warehouse/migrations.ts";
import { MARTS } from "./marts.ts";

/** Everything that a release's content depends on. */
export interface Inputs {
  readonly asOf: string;
  readonly settings: Settings;
  readonly taxonomy: Taxonomy;
  readonly regions: readonly Region[];
  readonly law: LawContext;
  readonly breaks: readonly MeasureBreak[];
  readonly places: readonly Place[];
  readonly exposure: Exposure | null;
  readonly toolVersion: string;
  readonly methods: Readonly<Record<string, string>>;
}

/**
 * The id of the release that these inputs give: the as-of date and eight hexadecimal digits of the digest of all inputs,
 * of the shape of the tables, and of the source files by content. The order in which files were loaded does not matter.
 */
export async function releaseId(duck: Duck, inputs: Inputs): Promise<string> {
  const files = await duck.rows(
    "SELECT sha256, profile, profile_version, layout FROM source_file ORDER BY sha256, profile, layout",
  );
  const text = JSON.stringify({ ...inputs, schema: SCHEMA_VERSION, marts: MARTS, files });
  return `${inputs.asOf}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
