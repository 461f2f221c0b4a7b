import type { Profile } from "../ingest/profile.ts";
import type { FieldCoverage } from "../ingest/profile-test/coverage.ts";
import type { SampleValue } from "../ingest/profile-test/sample.ts";
import type { ProfileTest, TableTest } from "../ingest/profile-test/test.ts";
import { RECORDS } from "../warehouse/records.ts";
import type { CommandContext } from "./context.ts";
import { displayWidth, fitted, shown } from "./width.ts";

/** Columns of the transposed table: the number of the line, the value as printed, the value as read. */
const LINE = 8;
const PRINTED = 36;
const READ = 34;
/** Faults and unmapped words that a person is shown. */
const SHOWN = 10;

/** The JSON of `forewarn profile test`, as docs/cli.md lays it down. */
export function testDocument(context: CommandContext, file: string, profile: Profile, result: ProfileTest) {
  return {
    profile: profile.id,
    version: profile.version,
    file,
    tables: result.tables.map(({ choice, best, faults, faultCounts, sample, ...table }) => ({
      ...table,
      layout: choice?.layout.id ?? null,
      record: choice?.layout.record ?? null,
      score: choice?.score ?? best?.score ?? null,
      closest: best?.layout.id ?? null,
      sample,
      faults: faults.map((fault) => ({ ...fault, message: messageOf(context, fault.code) })),
      faultCounts,
    })),
  };
}

type KnownCode =
  | "not_a_number"
  | "not_a_date"
  | "future_date"
  | "out_of_range"
  | "missing_required"
  | "bad_encoding"
  | "total_row"
  | "header_row"
  | "unknown_code";

function messageOf(context: CommandContext, code: string): string {
  // That message tells how many cells the row has, which is not known here.
  if (code === "wrong_column_count") return context.t("profile.test.wrong_column_count");
  return context.t(`ingest.reject.${code as KnownCode}`);
}

/** Shows a person how a file reads. */
export function sayTest(context: CommandContext, file: string, profile: Profile, result: ProfileTest): void {
  for (const table of result.tables) sayTable(context, file, profile, table);
}

function sayTable(context: CommandContext, file: string, profile: Profile, table: TableTest): void {
  const { t, say } = context;
  const name = table.sheet === null ? file : `${file} / ${shown(table.sheet)}`;
  const { choice } = table;
  if (choice === null) {
    const { best } = table;
    const layout = best === null ? "none" : `${profile.id}/${best.layout.id}`;
    say(
      t("profile.test.unfit", {
        file: name,
        refused: table.refused,
        layout,
        score: best?.score ?? 0,
        line: table.headerLine,
      }),
    );
    if (best === null) return;
    const missing = best.layout.header.filter((caption) => !best.columns.at.has(caption));
    say(t("profile.test.missing", { captions: missing.map(shown).join(", ") }));
    say(t("profile.test.unknown", { captions: best.columns.unknown.map(shown).join(", ") }));
    return;
  }
  say(
    t("profile.test.fits", {
      file: name,
      layout: `${profile.id}/${choice.layout.id}`,
      line: table.headerLine,
      score: choice.score,
    }),
  );
  say(t("profile.test.rows", { rows: table.rows, rejected: table.rejected }));
  sayColumns(context, table);
  for (const coverage of table.coverage) sayField(context, table, coverage);
  sayFaults(context, table);
}

function sayColumns({ t, say }: CommandContext, table: TableTest): void {
  say("");
  say(t("profile.test.columns"));
  const widest = Math.min(PRINTED, Math.max(0, ...table.columns.map(({ caption }) => displayWidth(shown(caption)))));
  for (const { caption, fields } of table.columns) {
    const told = fields.length > 0 ? fields.join(", ") : t("profile.test.not_used");
    say(`  ${fitted(shown(caption), widest)}  → ${told}`);
  }
}

/** A read value as a person wants it: a day without its midnight. */
function readText({ printed, read }: SampleValue): string {
  if (read === null) return (printed ?? "").trim() === "" ? "" : "—";
  return /:/u.test(printed ?? "") ? read : read.replace(/ 00:00:00$/u, "");
}

function sayField({ t, say, locale }: CommandContext, table: TableTest, coverage: FieldCoverage): void {
  const { field, from, filled, read, words, unmapped } = coverage;
  const record = table.choice?.layout.record ?? "ticket";
  const title = RECORDS[record].find(({ name }) => name === field)?.[locale] ?? field;
  say("");
  say(t("profile.test.field", { field, title, from: from.map(shown).join(", ") }));
  say(`  ${t("profile.test.coverage", { filled, rows: table.rows, read, share: filled === 0 ? 1 : read / filled })}`);
  if (table.contradicted.includes(field)) say(`  ${t("profile.test.contradicted")}`);
  for (const { line, code, values } of table.sample) {
    const value = values[field] ?? { printed: null, read: null };
    const mark = code === null ? " " : "!";
    say(
      `${fitted(`${mark}${line}`.padStart(LINE), LINE)}  ${fitted(shown(value.printed ?? ""), PRINTED)}  ${fitted(shown(readText(value)), READ).trimEnd()}`.trimEnd(),
    );
  }
  if (unmapped === 0) return;
  say(`  ${t("profile.test.unmapped", { unmapped })}`);
  for (const { word, count } of words)
    say(`${String(count).padStart(LINE)}  ${fitted(shown(word), PRINTED + READ).trimEnd()}`);
}

function sayFaults(context: CommandContext, table: TableTest): void {
  if (table.faults.length === 0) return;
  const { t, say } = context;
  say("");
  say(t("profile.test.faults", { rejected: table.rejected }));
  for (const { code, count } of table.faultCounts)
    say(`${String(count).padStart(LINE)}  ${code}: ${messageOf(context, code)}`);
  for (const { line, column, value, code } of table.faults.slice(0, SHOWN)) {
    const what = [column, value === null ? null : JSON.stringify(shown(value))]
      .filter((part) => part !== null)
      .join(" ");
    say(`  ${fitted(`${line}  ${shown(what)}`, PRINTED + READ)}  ${code}`);
  }
  if (table.rejected > SHOWN)
    say(`  ${t("profile.test.more", { more: table.rejected - Math.min(SHOWN, table.faults.length) })}`);
}
