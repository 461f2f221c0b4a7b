import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openDuck } from "../../src/duck/open.ts";
import { checkExpressions } from "../../src/ingest/expressions.ts";
import { contradictoryFormats } from "../../src/ingest/formats.ts";
import { readProfileFile, readProfileFiles } from "../../src/ingest/profile-files.ts";
import { temporaryFolder } from "../support/folder.ts";

async function check(fields: string, more = ""): Promise<void> {
  const file = path.join(await temporaryFolder(), "own.yaml");
  await writeFile(
    file,
    `id: own
version: 1
title: { zh: 测试, en: test }
${more}
layouts:
  - id: list
    title: { zh: 测试, en: test }
    record: ticket
    header: [a, b]
    identity: { native: a }
    fields:
      ${fields}
`,
  );
  const duck = await openDuck();
  try {
    await checkExpressions(duck, [await readProfileFile(file)]);
  } finally {
    duck.close();
  }
}

describe("expressions of profiles", () => {
  test("of all built-in profiles can be used", async () => {
    const duck = await openDuck();
    await checkExpressions(duck, await readProfileFiles());
    duck.close();
  });

  test.each([
    ["strip", 'brand: { from: b, strip: "(?=x)" }', "layouts.0.fields.brand.strip", "(?=x)"],
    ["unless", 'online: { from: b, matches: "x", unless: "(?<!a)b" }', "layouts.0.fields.online.unless", "(?<!a)b"],
    ["matches", 'online: { from: b, matches: "(a)\\\\1" }', "layouts.0.fields.online.matches", "(a)\\1"],
    [
      "matches of a caption",
      'online: { from: b, matches: { b: "a(?!b)" } }',
      "layouts.0.fields.online.matches.b",
      "a(?!b)",
    ],
  ])("that RE2 does not know are told with file, line and key: %s", async (_, field, column, value) => {
    await expect(check(field)).rejects.toMatchObject({ key: "profile.pattern", place: { line: 12, column, value } });
  });

  test("a date format that does not exist", async () => {
    await expect(check("brand: { from: b }", 'dates: ["%Y-%m-%d", "%Y-%Q"]')).rejects.toMatchObject({
      key: "profile.format",
      place: { line: 4, column: "dates.1", value: "%Y-%Q" },
    });
  });

  test("formats that read one text as different days", async () => {
    await expect(check("brand: { from: b }", 'dates: ["%m/%d/%Y", "%d/%m/%Y"]')).rejects.toMatchObject({
      key: "profile.orders",
      place: { line: 4, column: "dates.1" },
    });
  });

  test("what can be used passes", async () => {
    await check('online: { from: b, matches: "^([Yy]es|是)$" }', 'dates: ["%d/%m/%Y", "%Y-%m-%d %H:%M", excel]');
  });
});

test.each([
  [["%m/%d/%Y", "%d/%m/%Y"], true],
  [["%m/%d/%Y %H:%M", "%d/%m/%y"], true],
  [["%y-%m-%d", "%d-%m-%y"], true],
  [["%Y/%d/%m", "%Y/%m/%d"], true],
  [["%-m/%-d/%Y", "%d/%m/%Y"], true],
  [["%m/%d/%Y", "%d.%m.%Y"], false],
  [["%Y/%m/%d", "%d/%m/%Y"], false],
  [["%m/%d/%Y", "%m/%d/%y", "%m/%d/%Y %H:%M:%S"], false],
  [["%Y%m%d", "%d%m%Y"], false],
  [["%d-%b-%Y", "%m-%d-%Y"], false],
])("%j contradict each other: %s", (formats, contradict) => {
  expect(contradictoryFormats(formats) !== null).toBe(contradict);
});

test("a profile of the data folder takes the place of a built-in of the same id", async () => {
  const folder = await temporaryFolder();
  const built = await readProfileFiles();
  const known = built[0];
  if (known === undefined) throw new TypeError("no built-in profile");
  await writeFile(path.join(folder, "a.yaml"), await readFile(known.file, "utf8"));
  const found = await readProfileFiles(folder);
  expect(found.map(({ profile }) => profile.id).sort()).toEqual(built.map(({ profile }) => profile.id).sort());
  expect(found.find(({ profile }) => profile.id === known.profile.id)?.origin).toBe("override");
  expect(new Set(built.map(({ origin }) => origin))).toEqual(new Set(["built_in"]));
});
