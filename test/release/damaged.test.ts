import { appendFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openRelease } from "../../src/release/read.ts";
import { makeFixtureRelease } from "../fixture/release.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a table that is not the manifest's is not read", async () => {
  const { public: half } = await makeFixtureRelease(await temporaryFolder());
  (await openRelease(half, "public")).close();
  await appendFile(path.join(half, "count.parquet"), "x");
  await expect(openRelease(half, "public")).rejects.toMatchObject({
    key: "release.damaged",
    place: { file: path.join(half, "count.parquet") },
  });
});
