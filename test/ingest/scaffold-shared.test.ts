import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { readCaption } from "../../src/ingest/caption.ts";
import { choose } from "../../src/ingest/choose.ts";
import { readProfileFiles } from "../../src/ingest/profile-files.ts";
import { openRawFile } from "../../src/ingest/readers/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { scaffoldFile } from "./scaffolded.ts";

interface Comparison {
  /** Fields that both take from the same column. */
  right: string[];
  /** Fields that the scaffold takes from another column than the built-in profile. */
  wrong: string[];
  /** Fields of the built-in profile that the scaffold has not, and the other way round. */
  missed: string[];
  more: string[];
}

/** Compares what a scaffold guessed, knowing no profile, with what the built-in profile of that system says. */
async function compare(file: string): Promise<Comparison> {
  const { profile } = await scaffoldFile(file);
  const guessed = profile.layouts[0]?.fields ?? {};
  const raw = await openRawFile(file, { temporary: await temporaryFolder() });
  const [table] = raw.tables;
  // All of these files have a header.
  const profiles = (await readProfileFiles()).map(({ profile: known }) => ({
    ...known,
    layouts: known.layouts.filter(({ headerless }) => !headerless),
  }));
  const chosen = table && choose(profiles, table).choice;
  if (!chosen) throw new TypeError("no built-in profile fits");
  const found: Comparison = { right: [], wrong: [], missed: [], more: [] };
  for (const [field, rule] of Object.entries(chosen.layout.fields)) {
    if (rule.from === undefined) continue;
    const columns = [rule.from].flat().map((caption) => chosen.columns.at.get(caption));
    const from = guessed[field]?.from;
    if (from === undefined) found.missed.push(field);
    else {
      const at = chosen.header.findIndex((caption) => readCaption(caption).key === readCaption(String(from)).key);
      (columns.includes(at) ? found.right : found.wrong).push(field);
    }
  }
  found.more = Object.keys(guessed).filter(
    (field) => guessed[field]?.from !== undefined && !(field in chosen.layout.fields),
  );
  return found;
}

/** Scaffolds a file and loads it with that, untouched. */
async function load(file: string): Promise<Record<string, unknown>> {
  const data = await temporaryFolder();
  await mkdir(path.join(data, "profiles"));
  const out = path.join(data, "profiles", "drafted.yaml");
  expect((await forewarn(["profile", "scaffold", file, "--id", "drafted", "--out", out, "--data", data])).err).toBe("");
  const ran = await forewarn(["ingest", file, "--profile", "drafted", "--data", data, "--json"]);
  const [found] = ran.json<{ files: Record<string, unknown>[] }>().files;
  if (found === undefined) throw new TypeError("no file was loaded");
  return found;
}

const NYC = ["exports", "us-nyc-dca-mediated", "2016_Consumer_Services_Mediated_Complaints.csv"] as const;
const CFPB = ["exports", "us-cfpb-2013-14col", "consumer_complaints.csv"] as const;
const SINDEC = ["exports", "br-sindec-procon", "crf2019-dados-abertos.zip"] as const;

async function unzipped(): Promise<string> {
  const [entry] = Object.entries(unzipSync(await readFile(sharedPath(...SINDEC))));
  if (entry === undefined) throw new TypeError("an empty archive");
  const file = path.join(await temporaryFolder(), "CRF2019 Dados Abertos.csv");
  await writeFile(file, entry[1]);
  return file;
}

// Figures of rows and faults as the notes on the exports give them (../shared/exports/README.md).
describe("a scaffold of a real export, untouched", () => {
  testWith(...NYC)("New York's mediated complaints", async () => {
    const file = sharedPath(...NYC);
    expect(await load(file)).toMatchObject({ rows: 4495, accepted: 4495, rejected: 0, refused: null });
    const { right, wrong, missed } = await compare(file);
    expect(wrong).toEqual([]);
    // The natural person in a business's name, and that mediation's start is its acceptance, are no guess of a scaffold's.
    expect(missed.sort()).toEqual(["accepted_at", "respondent_natural"]);
    expect(right).toHaveLength(14);
  });

  testWith(...CFPB)("the extract of CFPB's database with 14 columns", async () => {
    const file = sharedPath(...CFPB);
    expect(await load(file)).toMatchObject({ rows: 3186, accepted: 3175, duplicate: 11, rejected: 0, refused: null });
    const { right, wrong } = await compare(file);
    expect(wrong).toEqual([]);
    expect(right.length).toBeGreaterThanOrEqual(8);
  });

  testWith(...SINDEC)(
    "Brazil's SINDEC of 2019",
    async () => {
      const file = await unzipped();
      // The rejected rows are those that unquoted semicolons in trade names have shifted.
      expect(await load(file)).toMatchObject({
        rows: 17_577,
        accepted: 17_554,
        duplicate: 1,
        rejected: 22,
        refused: null,
      });
      const { right, wrong } = await compare(file);
      // The built-in profile reads the source's numbers of subject and problem, the scaffold the words beside them.
      expect(wrong.sort()).toEqual(["category_code", "problem_codes"]);
      expect(right.length).toBeGreaterThanOrEqual(10);
    },
    60_000,
  );
});
