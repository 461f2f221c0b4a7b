import type { FinishStep } from "./page.ts";

/** Data files are registered with the time at which their loader ran. The release's date takes its place. */
export const releaseTime: FinishStep = (html, page) =>
  html.replace(
    /(registerFile\("[^\n]*?"lastModified":)\d+/g,
    (_, lead: string) => `${lead}${Date.parse(`${page.asOf}T00:00:00Z`)}`,
  );
