import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { putBack } from "../drawings.ts";
import { alternates, description, icon, withoutGenerator, zoom } from "./head.ts";
import { headingIds } from "./headings.ts";
import { landmarks } from "./landmarks.ts";
import { language } from "./language.ts";
import { releaseTime } from "./modified.ts";
import type { FinishPage, FinishStep } from "./page.ts";
import { policy } from "./policy.ts";
import { withoutIdleScripts } from "./scripts.ts";

/** The repairs of a built page in their order; the policy is last because it hashes what the others leave. */
export const STEPS: Readonly<Record<string, FinishStep>> = {
  drawings: (html, page) => putBack(html, page.drawings),
  withoutIdleScripts,
  releaseTime,
  headingIds,
  language,
  zoom,
  withoutGenerator,
  description,
  alternates,
  icon,
  landmarks,
  policy,
};

/** Repairs one built page. Idempotent. */
export function finishHtml(html: string, page: FinishPage): string {
  return Object.values(STEPS).reduce((text, step) => step(text, page), html);
}

/** Repairs the built pages in place. */
export async function finishPages(
  output: string,
  pages: readonly FinishPage[],
  progress?: (file: string) => void,
): Promise<void> {
  for (const page of pages) {
    progress?.(page.file);
    const file = path.join(output, page.file);
    await writeFile(file, finishHtml(await readFile(file, "utf8"), page));
  }
}
