import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { buildProgram, makeShell } from "../../src/cli/main.ts";
import { reference } from "../../src/cli/reference.ts";

const file = path.resolve(import.meta.dirname, "../../docs/cli.md");
const START = "<!-- reference: written by `npm run docs` -->\n";
const END = "<!-- end of reference -->";

test("docs/cli.md tells every command and option", async () => {
  const page = await readFile(file, "utf8");
  const [before, rest] = page.split(START) as [string, string];
  const after = rest.slice(rest.indexOf(END));
  const io = { env: {}, out() {}, err() {}, terminal: false, now: () => new Date(0), untilStopped: async () => {} };
  const wanted = `${before}${START}${reference(await buildProgram(makeShell(io, "en")))}\n${after}`;
  if (process.env.FOREWARN_WRITE_DOCS) await writeFile(file, wanted);
  else expect(page).toBe(wanted);
});
