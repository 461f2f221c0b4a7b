import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type CarriedParts, carry } from "../carry.ts";
import { putBack } from "../drawings.ts";
import { alternates, base, description, fileLinks, icon, ownLines, withoutGenerator, zoom } from "./head.ts";
import { headingIds } from "./headings.ts";
import { landmarks } from "./landmarks.ts";
import { language } from "./language.ts";
import { releaseTime } from "./modified.ts";
import type { FinishPage, FinishStep } from "./page.ts";
import { pageScript } from "./page-script.ts";
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
  base,
  fileLinks,
  ownLines,
  pageScript,
  icon,
  landmarks,
  policy,
};

/** Repairs one built page. Idempotent. */
export function finishHtml(html: string, page: FinishPage): string {
  return Object.values(STEPS).reduce((text, step) => step(text, page), html);
}

/** A page of the site that is put into a frame; see `carry`. */
export interface CarriedPage extends CarriedParts {
  /** The built file of its frame. */
  readonly frame: string;
}

/** Repairs the built pages in place, and writes those that are carried into the frames that were built for them. */
export async function finishPages(
  output: string,
  pages: readonly FinishPage[],
  carried: readonly CarriedPage[] = [],
  progress?: (file: string) => void,
): Promise<void> {
  for (const page of pages) {
    progress?.(page.file);
    const file = path.join(output, page.file);
    await writeFile(file, finishHtml(await readFile(file, "utf8"), page));
  }
  const frames = new Map<string, string>();
  for (const page of carried) {
    progress?.(page.file);
    const frame = frames.get(page.frame) ?? (await readFile(path.join(output, page.frame), "utf8"));
    frames.set(page.frame, frame);
    await writeFile(path.join(output, page.file), carry(frame, page));
  }
  for (const frame of frames.keys()) await rm(path.join(output, frame));
}
