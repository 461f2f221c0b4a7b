import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { catalogue, type MessageKey } from "../../src/i18n/catalogue/index.ts";
import { LOCALES, type Message } from "../../src/i18n/define.ts";
import { languageTag, translate } from "../../src/i18n/translate.ts";

const root = path.resolve(import.meta.dirname, "../..");
const keys = Object.keys(catalogue) as MessageKey[];

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names of a message's placeholders, in branches too. */
function placeholders(elements: readonly Element[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if ("options" in element && element.options) {
      names.add(element.value);
      for (const option of Object.values(element.options))
        for (const name of placeholders(option.value)) names.add(name);
    } else if (element.type !== 0 && element.type !== 7 && "value" in element) names.add(String(element.value));
  }
  return names;
}

describe("the catalogue", () => {
  test.each(keys)("%s has the same placeholders in every language", (key) => {
    const found = LOCALES.map((locale) => {
      const format = new IntlMessageFormat(catalogue[key][locale], languageTag(locale), undefined, { ignoreTag: true });
      return [...placeholders(format.getAst())].sort();
    });
    expect(found[0]).toEqual(found[1]);
  });

  test("no text is empty, and no Chinese text stands in the English column", () => {
    const faults = keys.filter((key) => {
      const { zh, en }: Message = catalogue[key];
      return zh.trim() === "" || en.trim() === "" || (/^[\p{Script=Han}]/u.test(en) && zh === en);
    });
    expect(faults).toEqual([]);
  });

  test("Chinese texts have Chinese punctuation", () => {
    const faults = keys.filter((key) => /\p{Script=Han}[,;:!?(]|[,;:!?)]\p{Script=Han}/u.test(catalogue[key].zh));
    expect(faults).toEqual([]);
  });

  test("every key is used", async () => {
    const texts: string[] = [];
    for (const folder of ["src", "docs", "loaders"]) {
      const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true });
      for (const entry of entries) {
        if (!entry.isFile() || !/\.(ts|md)$/.test(entry.name) || entry.parentPath.endsWith("catalogue")) continue;
        texts.push(await readFile(path.join(entry.parentPath, entry.name), "utf8"));
      }
    }
    const text = texts.join("\n");
    // A key may be put together from a prefix: `ingest.reject.${code}`.
    const prefixes = [...text.matchAll(/["'`]([a-z_-]+(?:\.[a-zA-Z0-9_-]+)*\.)\$\{/g)].map(
      (match) => match[1] as string,
    );
    const unused = keys.filter(
      (key) =>
        !text.includes(`"${key}"`) && !text.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  test("a plural follows its language", () => {
    expect(translate("en", "ingest.line.totals", { files: 1, rows: 2, tickets: 3 })).toMatch(/^1 file, /);
    expect(translate("en", "ingest.line.totals", { files: 2, rows: 2, tickets: 3 })).toMatch(/^2 files, /);
  });
});
