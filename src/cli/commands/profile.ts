import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { readRegions } from "../../config/regions.ts";
import { readTaxonomy } from "../../config/taxonomy.ts";
import { literal } from "../../duck/identifier.ts";
import { type Duck, openDuck } from "../../duck/open.ts";
import { EXIT, ForewarnError } from "../../errors.ts";
import { writeNew } from "../../files/write.ts";
import { checkExpressions } from "../../ingest/expressions.ts";
import { defineMacros } from "../../ingest/macros.ts";
import { type ProfileFile, readProfileFile, readProfileFiles } from "../../ingest/profile-files.ts";
import { testProfile } from "../../ingest/profile-test/test.ts";
import { openRawFile } from "../../ingest/readers/open.ts";
import type { RawFile } from "../../ingest/readers/raw.ts";
import { gatherKnowledge } from "../../ingest/scaffold/knowledge.ts";
import { scaffoldProfile } from "../../ingest/scaffold/scaffold.ts";
import { wholeNumber } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { sayTest, testDocument } from "../profile-view.ts";

export function registerProfile(program: Command, shell: Shell): void {
  const profile = program.command("profile").description(shell.t("profile.cli"));
  define(profile, shell, { usage: "list", text: "profile.cli.list" }, listProfiles);
  define(
    profile,
    shell,
    {
      usage: "scaffold <file>",
      text: "profile.cli.scaffold",
      options: [
        { flags: "--id <id>", text: "profile.cli.scaffold.id" },
        { flags: "--out <file>", text: "profile.cli.scaffold.out" },
      ],
    },
    (context, [file], options) => runScaffold(context, file as string, options),
  );
  define(
    profile,
    shell,
    {
      usage: "test <profile> <file>",
      text: "profile.cli.test",
      options: [{ flags: "--rows <n>", text: "profile.cli.test.rows" }],
    },
    (context, [id, file], options) => runTest(context, id as string, file as string, options),
  );
}

async function listProfiles(context: CommandContext): Promise<number> {
  const files = await readProfileFiles(context.at("profiles"));
  if (context.json) {
    context.print(
      files.map(({ profile, origin, file }) => ({
        id: profile.id,
        version: profile.version,
        title: profile.title[context.locale],
        layouts: profile.layouts.map(({ id }) => id),
        origin,
        file,
      })),
    );
  } else {
    for (const { profile, origin } of files) {
      const layouts = profile.layouts.map(({ id }) => id).join(", ");
      const { id, version, title } = profile;
      const told = context.t("profile.origin", { origin });
      context.say(context.t("profile.list.line", { id, version, title: title[context.locale], layouts, origin: told }));
    }
  }
  return EXIT.done;
}

/** Opens one file beside a database in memory; both are gone when the work is done, and nothing else was made. */
async function withFile<T>(
  file: string,
  work: (duck: Duck, raw: RawFile, temporary: string) => Promise<T>,
): Promise<T> {
  const info = await stat(file).catch(() => null);
  if (info === null) throw new ForewarnError("ingest.not_found", { path: file });
  if (info.isDirectory()) throw new ForewarnError("profile.folder", { path: file }, { exitCode: EXIT.usage });
  // Only its owner may enter a folder of this kind: it may hold a copy of the complaints.
  const temporary = await mkdtemp(path.join(os.tmpdir(), "forewarn-profile-"));
  try {
    const raw = await openRawFile(file, { temporary, name: file });
    const duck = await openDuck();
    try {
      await duck.run(`SET temp_directory = ${literal(path.join(temporary, "spill"))}`);
      await defineMacros(duck);
      return await work(duck, raw, temporary);
    } finally {
      duck.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function runScaffold(context: CommandContext, file: string, options: Readonly<Record<string, unknown>>) {
  const id = options.id as string | undefined;
  const out = options.out as string | undefined;
  if (id !== undefined && !/^[a-z0-9-]+$/u.test(id))
    throw new ForewarnError("profile.bad_id", { id }, { exitCode: EXIT.usage });
  const known = await readProfileFiles(context.at("profiles"));
  const { regions } = await readRegions(context.data);
  const profiles = known.map(({ profile }) => profile);
  const knowledge = gatherKnowledge(await readTaxonomy(), regions, profiles);
  const taken = profiles.map((profile) => profile.id);
  const scaffold = await withFile(file, (duck, raw) =>
    scaffoldProfile(duck, raw, {
      name: path.basename(file),
      ...(id === undefined ? {} : { id }),
      taken,
      knowledge,
      now: context.io.now(),
      t: context.t,
    }),
  );
  if (out !== undefined) {
    await mkdir(path.dirname(out), { recursive: true });
    await writeNew(out, scaffold.yaml);
  }
  if (context.json) context.print({ profile: scaffold.profile, guesses: scaffold.guesses, yaml: scaffold.yaml });
  else if (out === undefined) context.io.out(scaffold.yaml);
  if (taken.includes(scaffold.profile.id))
    context.io.err(`${context.t("profile.overrides", { id: scaffold.profile.id })}\n`);
  if (out !== undefined) {
    const guesses = scaffold.guesses.length;
    const loud = scaffold.guesses.filter((guess) => guess.loud).length;
    context.say(context.t("profile.written", { file: out, guesses, loud }));
  }
  return EXIT.done;
}

/** A profile by its id, or by the path of its file. */
async function findProfile(context: CommandContext, named: string): Promise<ProfileFile> {
  if (/\.ya?ml$/iu.test(named) || named.includes(path.sep)) return readProfileFile(named);
  const known = await readProfileFiles(context.at("profiles"));
  const found = known.find(({ profile }) => profile.id === named);
  if (found) return found;
  const ids = known.map(({ profile }) => profile.id).join(", ");
  throw new ForewarnError("profile.unknown", { id: named, known: ids }, { exitCode: EXIT.usage });
}

async function runTest(
  context: CommandContext,
  named: string,
  file: string,
  options: Readonly<Record<string, unknown>>,
) {
  const rows = wholeNumber("--rows", options.rows, 10);
  const read = await findProfile(context, named);
  const taxonomy = await readTaxonomy();
  const { regions } = await readRegions(context.data);
  const result = await withFile(file, async (duck, raw) => {
    await checkExpressions(duck, [read]);
    return testProfile(duck, raw, {
      profile: read.profile,
      taxonomy,
      regions,
      rows,
      now: context.io.now(),
      timeZone: context.settings.timeZone,
    });
  });
  if (context.json) context.print(testDocument(context, file, read.profile, result));
  else sayTest(context, file, read.profile, result);
  return result.tables.some(({ choice }) => choice !== null) ? EXIT.done : EXIT.failed;
}
