import type { Warning } from "../../../warnings/read.ts";
import { isPublic, type WarningStatus } from "../../../warnings/record.ts";
import type { SiteContext } from "../../page.ts";

/** Where a public warning stands: a date makes it expired, without anyone doing anything. */
export function stateOf({ record }: Pick<Warning, "record">, day: string): WarningStatus {
  const { status, expires } = record;
  const lives = status === "published" || status === "corrected";
  return lives && expires !== null && expires < day ? "expired" : status;
}

/** True where a reader should still heed it. */
export const isInForce = (state: WarningStatus): boolean => state === "published" || state === "corrected";

/** The warnings that have a public page, the newest first. */
export function publicWarnings({ warnings }: Pick<SiteContext, "warnings">): Warning[] {
  const rank = (warning: Warning) => `${warning.record.issued}\n${warning.id}`;
  return warnings.filter(({ record }) => isPublic(record.status)).sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
