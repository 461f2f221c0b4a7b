import { readWarnings, type Warning } from "../../../warnings/read.ts";
import { isPublic, type WarningStatus } from "../../../warnings/record.ts";
import { rulesOf } from "../../../warnings/rules.ts";
import type { SiteContext } from "../../page.ts";

/** Where a public warning stands: a date makes it expired, without anyone doing anything. */
export function stateOf({ record }: Warning, asOf: string): WarningStatus {
  const { status, expires } = record;
  const lives = status === "published" || status === "corrected";
  return lives && expires !== null && expires < asOf ? "expired" : status;
}

/** True where a reader should still heed it. */
export const isInForce = (state: WarningStatus): boolean => state === "published" || state === "corrected";

/** The warnings that have a public page, the newest first. */
export async function publicWarnings(context: SiteContext): Promise<Warning[]> {
  const all = await readWarnings(context.warningsDirectory, rulesOf(context.settings));
  const rank = (warning: Warning) => `${warning.record.issued}\n${warning.id}`;
  return all.filter(({ record }) => isPublic(record.status)).sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
