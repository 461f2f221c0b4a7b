import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readRegions } from "../../src/config/regions.ts";
import { ForewarnError } from "../../src/errors.ts";
import { temporaryFolder } from "../support/folder.ts";

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "regions.yaml"), text);
  return folder;
}

test("a data folder without regions has an empty list", async () => {
  expect(await readRegions(await temporaryFolder())).toEqual({ version: 1, revision: null, regions: [] });
});

test("a region's words and population may be left out", async () => {
  const folder = await folderWith(
    'version: 1\nrevision: 2026-01-01\nregions:\n  - {code: "990101001", zh: 城关街道, en: Chengguan}\n',
  );
  expect(await readRegions(folder)).toEqual({
    version: 1,
    revision: "2026-01-01",
    regions: [{ code: "990101001", zh: "城关街道", en: "Chengguan", words: [], population: null }],
  });
});

test("a region without a code is told with file and line", async () => {
  const folder = await folderWith("regions:\n  - {code: '1', zh: 甲, en: A}\n  - {zh: 乙, en: B}\n");
  const error = await readRegions(folder).catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(ForewarnError);
  expect((error as ForewarnError).place).toEqual({
    file: path.join(folder, "regions.yaml"),
    line: 3,
    column: "regions.1.code",
  });
});
