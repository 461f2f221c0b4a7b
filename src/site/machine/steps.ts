import type { HistoryEntry } from "../../warnings/history.ts";
import type { Warning } from "../../warnings/read.ts";
import type { Step } from "../../warnings/stages.ts";
import { toSecond } from "./times.ts";

/** The steps that change what the public sees. A correction is seen when it is published, not when it is begun. */
const PUBLIC: readonly Step[] = ["publish", "supersede", "expire", "withdraw"];

/** The public steps of a warning in their order, the first of them its publication. */
export const publicSteps = ({ history }: Pick<Warning, "history">): readonly HistoryEntry[] =>
  history.filter(({ step }) => PUBLIC.includes(step));

function timeOf(warning: Pick<Warning, "id" | "history">, at: 0 | -1): string {
  const step = publicSteps(warning).at(at);
  if (!step) throw new TypeError(`${warning.id} was never published`);
  return toSecond(step.at);
}

/**
 * When a warning was published.
 * @throws TypeError where it never was
 */
export const publishedAt = (warning: Pick<Warning, "id" | "history">): string => timeOf(warning, 0);

/**
 * When what the public sees of a warning was changed last.
 * @throws TypeError where it was never published
 */
export const updatedAt = (warning: Pick<Warning, "id" | "history">): string => timeOf(warning, -1);
