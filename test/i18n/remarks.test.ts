import { expect, test } from "vitest";
import { catalogue } from "../../src/i18n/catalogue/index.ts";
import { remarkTexts } from "../../src/i18n/remarks.ts";

test("every remark of the catalogue can be said with its number, in both languages", () => {
  const codes = Object.keys(catalogue).flatMap((key) => /^measures\.remark\.(.+)$/.exec(key)?.[1] ?? []);
  expect(codes.length).toBeGreaterThan(15);
  for (const locale of ["zh", "en"] as const) {
    for (const code of codes) expect(remarkTexts(locale, `${code}:20240701`)).toEqual([expect.stringMatching(/\S/)]);
  }
});

test("a break names its day in the words of the language, a count its number; what has no text is left out", () => {
  expect(remarkTexts("en", "break:20240701 zero_stated:3 made_up:1")).toEqual([
    "The series has a break on 1 July 2024: it is not fully comparable with the year before.",
    "3 have an amount of 0 on record.",
  ]);
  expect(remarkTexts("zh", "break:20240701")[0]).toMatch(/^2024年7月1日/);
  expect(remarkTexts("en", null)).toEqual([]);
});
