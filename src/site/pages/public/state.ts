import type { Warning } from "../../../warnings/read.ts";
import { isPublic } from "../../../warnings/record.ts";
import type { SiteContext } from "../../page.ts";

/** The warnings that have a public page, the newest first. */
export function publicWarnings({ warnings }: Pick<SiteContext, "warnings">): Warning[] {
  const rank = (warning: Warning) => `${warning.record.issued}\n${warning.id}`;
  return warnings.filter(({ record }) => isPublic(record.status)).sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
