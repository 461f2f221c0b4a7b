import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { openDuck } from "../../src/duck/open.ts";
import { translate } from "../../src/i18n/translate.ts";
import { type Chosen, choose } from "../../src/ingest/choose.ts";
import { defineMacros } from "../../src/ingest/macros.ts";
import { openRawFile } from "../../src/ingest/readers/open.ts";
import { gatherKnowledge } from "../../src/ingest/scaffold/knowledge.ts";
import { type Scaffold, scaffoldProfile } from "../../src/ingest/scaffold/scaffold.ts";
import { temporaryFolder } from "../support/folder.ts";

/** What the house's own words alone tell: no profile's. */
const knowledge = gatherKnowledge(await readTaxonomy(), [], []);

/** Drafts a profile for a file and has it chosen for that file; in English, on 2026-11-25. */
export async function scaffoldFile(file: string, folder?: string): Promise<Scaffold & { chosen: Chosen }> {
  const temporary = path.join(folder ?? (await temporaryFolder()), "raw");
  await mkdir(temporary, { recursive: true });
  const raw = await openRawFile(file, { temporary });
  const duck = await openDuck();
  try {
    await defineMacros(duck);
    const scaffold = await scaffoldProfile(duck, raw, {
      name: path.basename(file),
      taken: [],
      knowledge,
      now: new Date("2026-11-25T12:00:00Z"),
      t: (key, params) => translate("en", key, params),
    });
    const [table] = [...raw.tables].sort((a, b) => b.records - a.records);
    if (table === undefined) throw new TypeError("no table");
    return { ...scaffold, chosen: choose([scaffold.profile], table) };
  } finally {
    duck.close();
  }
}

/** Writes a table as CSV with every cell in quotes, and drafts a profile for it. */
export async function scaffoldTable(
  records: readonly (readonly string[])[],
  options: { name?: string; folder?: string } = {},
): Promise<Scaffold & { chosen: Chosen; file: string }> {
  const folder = options.folder ?? (await temporaryFolder());
  const file = path.join(folder, options.name ?? "export.csv");
  const text = records.map((record) => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
  await writeFile(file, `${text}\n`);
  return { ...(await scaffoldFile(file, folder)), file };
}

/** The column that fills each field of the only layout; fixed values are told as `=value`. */
export function fieldsOf({ profile }: Scaffold): Record<string, unknown> {
  const fields = profile.layouts[0]?.fields ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, rule]) => [name, rule.from ?? `=${String(rule.const)}`]),
  );
}
