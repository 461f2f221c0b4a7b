import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { prepareOutput, replaceOutput } from "../../src/site/place.ts";
import { temporaryFolder } from "../support/folder.ts";

/** A process number that no process has. */
const DEAD = 2 ** 22 + 1;

async function site(folder: string, words: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "index.html"), words);
}

test("a new site takes the place of the old one, and nothing else stays", async () => {
  const folder = await temporaryFolder();
  const output = path.join(folder, "public");
  await site(output, "old");
  const next = await prepareOutput(output);
  await site(next, "new");
  await replaceOutput(next, output);
  expect(await readdir(folder)).toEqual(["public"]);
  expect(await readFile(path.join(output, "index.html"), "utf8")).toBe("new");
});

test("the first site needs no old one", async () => {
  const folder = await temporaryFolder();
  const next = await prepareOutput(path.join(folder, "public"));
  await site(next, "new");
  await replaceOutput(next, path.join(folder, "public"));
  expect(await readdir(folder)).toEqual(["public"]);
});

test("what a killed build left goes, and the site that it was replacing comes back", async () => {
  const folder = await temporaryFolder();
  const output = path.join(folder, "public");
  await site(path.join(folder, `.public.${DEAD}`), "half");
  await site(path.join(folder, `.public.${DEAD}.old`), "old");
  await site(path.join(folder, `.public.1`), "of a living process");
  await site(path.join(folder, ".publication"), "of somebody else");
  await prepareOutput(output);
  expect((await readdir(folder)).sort()).toEqual([".public.1", ".publication", "public"]);
  expect(await readFile(path.join(output, "index.html"), "utf8")).toBe("old");
});

test("a failed change leaves the old site", async () => {
  const folder = await temporaryFolder();
  const output = path.join(folder, "public");
  await site(output, "old");
  await expect(replaceOutput(path.join(folder, "missing"), output)).rejects.toThrow("ENOENT");
  expect(await readFile(path.join(output, "index.html"), "utf8")).toBe("old");
});
