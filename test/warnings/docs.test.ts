import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { FILES, NEXT } from "../../src/warnings/files.ts";
import { NEWS_DAYS } from "../../src/warnings/propose.ts";
import { STEPS, stagesBefore } from "../../src/warnings/stages.ts";
import { PLACEHOLDERS } from "../../src/warnings/values.ts";

const page = await readFile(path.resolve(import.meta.dirname, "../../docs/warnings.md"), "utf8");

/** Cells of the table under a heading. */
function table(heading: string): string[][] {
  const part = page.slice(page.indexOf(`## ${heading}`));
  const rows = part.slice(0, part.indexOf("\n## ", 3)).matchAll(/^\| (.*) \|$/gm);
  return [...rows]
    .slice(1)
    .map(([, row = ""]) => row.split(" | ").map((cell) => cell.trim()))
    .filter(([first]) => !first?.startsWith("--"));
}

describe("docs/warnings.md", () => {
  test("names each file of a warning", () => {
    expect(table("The folder").map(([name]) => name)).toEqual(
      [...Object.values(FILES), `${NEXT}/`].map((name) => `\`${name}\``),
    );
  });

  test("tells each step and from where it may be taken", () => {
    const told = Object.fromEntries(table("Its life").map(([step, from]) => [step, from?.split(", ").sort()]));
    const wanted = STEPS.map((step) => [step, step === "draft" ? ["none"] : [...stagesBefore(step)].sort()]);
    expect(told).toEqual(Object.fromEntries(wanted));
  });

  test("tells each placeholder", () => {
    expect(table("No typed numbers").map(([name]) => name)).toEqual(
      Object.keys(PLACEHOLDERS).map((name) => `\`{{${name}}}\``),
    );
  });

  test("tells the numbers that the program goes by", () => {
    const { disclosure, warnings } = settingsSchema.parse({});
    expect(page).toContain(`the last ${NEWS_DAYS} days`);
    expect(page.replace(/\s+/g, " ")).toContain(
      `fewer than ${disclosure.minimumTickets} complaints or ${disclosure.minimumComplainants} people`,
    );
    expect(page).toContain(`${warnings.minimumBusinessTickets} complaints stand behind it`);
  });
});
