import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { profileSchema } from "../../src/ingest/profile.ts";
import { RECORD_NAMES, RECORDS } from "../../src/warehouse/records.ts";

const file = path.resolve(import.meta.dirname, "../../docs/profiles.md");
const START = "<!-- fields: written by `FOREWARN_WRITE_DOCS=1 npx vitest run test/ingest/profiles-page.test.ts` -->\n";
const END = "<!-- end of fields -->";

/** The section of the page that explains the keys of each object of the schema. */
const SECTIONS: Record<string, string> = {
  "": "The profile",
  title: "Titles",
  "layouts[].title": "Titles",
  "breaks[]": "A break",
  "breaks[].only": "Codes that a break touches",
  "layouts[]": "A layout",
  "layouts[].identity": "Identity",
  "layouts[].fields.*": "A field",
};

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
}

/** Every object of the schema by its path, with the names of its keys; and the words that a key may have. */
function walk(schema: Schema, at: string, objects: Map<string, Set<string>>, words: Map<string, unknown[]>): void {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const keys = objects.get(at) ?? new Set();
    objects.set(at, keys.add(key));
    if (inner.enum) words.set(`${at}/${key}`, inner.enum);
    walk(inner, at === "" ? key : `${at}.${key}`, objects, words);
  }
  if (typeof schema.additionalProperties === "object") walk(schema.additionalProperties, `${at}.*`, objects, words);
  if (schema.items) walk(schema.items, `${at}[]`, objects, words);
  for (const one of schema.anyOf ?? []) walk(one, at, objects, words);
}

const objects = new Map<string, Set<string>>();
const words = new Map<string, unknown[]>();
walk(z.toJSONSchema(profileSchema, { io: "input" }) as Schema, "", objects, words);

const page = await readFile(file, "utf8");
const section = (title: string) => page.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const told = (title: string) => [...section(title).matchAll(/^- `(\w+)`: /gmu)].map((match) => match[1] as string);

test("the schema is seen whole", () => {
  expect([...objects.keys()].sort()).toEqual(Object.keys(SECTIONS).sort());
  expect([...objects.values()].reduce((total, keys) => total + keys.size, 0)).toBeGreaterThan(40);
});

test.each([...objects])("docs/profiles.md explains every key of %s and no other", (at, keys) => {
  expect(told(SECTIONS[at] ?? "").sort()).toEqual([...keys].sort());
});

test.each([...words])("docs/profiles.md names what %s may be", (at, allowed) => {
  const text = section(SECTIONS[at.split("/")[0] ?? ""] ?? "");
  for (const word of allowed) expect(text).toContain(`\`${String(word)}\``);
});

test("docs/profiles.md lists every field that can be filled", async () => {
  const lists = RECORD_NAMES.map((record) => {
    const fields = RECORDS[record].filter(({ name }) => !/_(precision|basis|key)$/u.test(name));
    const rows = fields.map(({ name, type, zh, en, personal }) => {
      const text = en.replace(/; local time as printed, no zone$/u, "");
      return `- \`${name}\` (${type}, ${zh}): ${text}${personal ? " (personal)" : ""}`;
    });
    return [`### \`${record}\``, "", ...rows].join("\n");
  });
  const [before, rest] = page.split(START) as [string, string];
  const wanted = `${before}${START}\n${lists.join("\n\n")}\n\n${rest.slice(rest.indexOf(END))}`;
  if (process.env.FOREWARN_WRITE_DOCS) await writeFile(file, wanted);
  else expect(page).toBe(wanted);
});
