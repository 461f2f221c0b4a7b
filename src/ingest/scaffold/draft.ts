import { RECORDS } from "../../warehouse/records.ts";
import type { Footnote, Remark } from "./document.ts";
import { quoted } from "./document.ts";
import { addCoded, CODED, type Making, plainRule } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { type Guess, joined, Notes, type Translate } from "./notes.ts";
import { describeDates, describeIdentity, fieldReason, unusedLine } from "./reasons.ts";

/** A profile in the making, with the remarks of its lines. */
export interface Draft {
  readonly value: Record<string, unknown>;
  readonly remarks: readonly Remark[];
  readonly footnotes: readonly Footnote[];
  readonly guesses: readonly Guess[];
}

const LAYOUT = ["layouts", 0] as const;
const FIELDS = [...LAYOUT, "fields"] as const;

/** Remarks on what concerns the whole file. */
function describeFile(found: Findings, notes: Notes): void {
  const { t } = notes;
  for (const guessed of ["id", "title"] as const) {
    notes.guess([guessed], { column: null, field: guessed, reason: t("profile.guess.name"), sure: "low" });
  }
  describeDates(found, notes);
  for (const list of ["missing", "totals"] as const) {
    const words = found.survey[list];
    if (words.length === 0) continue;
    const told = words.map(({ word, count }) => `${quoted(word)} ${count}`).join(", ");
    notes.guess([list], {
      column: null,
      field: list,
      reason: t("profile.guess.words", { list, told }),
      sure: "medium",
    });
  }
  const params = {
    record: found.header.record,
    known: found.header.known,
    of: found.views.filter(({ name }) => name !== null).length,
    headerless: String(found.header.record === 0),
  };
  const sure = found.header.record === 0 || found.header.doubtful ? "low" : "high";
  const reason = t("profile.guess.header", params);
  notes.guess([...LAYOUT, "header"], { column: null, field: "header", reason, sure }, sure === "low");
  notes.guess([...LAYOUT, "record"], {
    column: null,
    field: "record",
    reason: t("profile.guess.record", { record: found.record }),
    sure: found.record === "ticket" ? "medium" : "high",
  });
  describeIdentity(found, LAYOUT, notes);
}

/** Fills the fields from the columns that were assigned to them. */
function fillFields(making: Making): void {
  const { found, notes, fields } = making;
  const { t } = notes;
  const personalFields = RECORDS[found.record].filter(({ personal }) => personal).map(({ name }) => name);
  const order = new Map(RECORDS[found.record].map(({ name }, i) => [name, i]));
  const assigned = [...found.assigned].sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
  if (found.record === "ticket" && !assigned.some(({ field }) => field === "kind")) {
    fields.kind = { const: "complaint" };
    const guess = { column: null, field: "kind", reason: t("profile.guess.kind"), sure: "low" } as const;
    notes.guess([...FIELDS, "kind"], guess, true);
  }
  for (const assignment of assigned) {
    const { field, view } = assignment;
    const column = view.name;
    const coded = CODED[field];
    if (coded && found.record === "ticket") {
      addCoded(making, coded.list, coded.field);
      if (coded.list === "status") addCoded(making, "acceptance", "acceptance");
      if (coded.field === field) continue;
    }
    fields[field] = plainRule(assignment, found.padded);
    if (field === "native_id" && found.identity.native === view) fields[field] = { from: column, required: true };
    const personal = personalFields.includes(field) ? [t("profile.guess.personal")] : [];
    const text = joined(t, [fieldReason(t, assignment, found.record), ...personal]);
    notes.guess([...FIELDS, field], { column, field, reason: text, sure: assignment.sure });
  }
  if (
    found.identity.native &&
    !("native_id" in fields) &&
    RECORDS[found.record].some(({ name }) => name === "native_id")
  ) {
    fields.native_id = { from: found.identity.native.name, required: true };
  }
}

/** Names the columns that no field uses, with what they seem to hold. */
function listUnused({ assigned, identity, views }: Findings, notes: Notes): void {
  const { t } = notes;
  const used = new Set([...assigned.map(({ view }) => view), identity.native]);
  const unused = views.filter((view) => !used.has(view) && (view.caption !== "" || view.facts.filled > 0));
  const lines = unused.map((view) =>
    unusedLine(t, view, view.caption || view.name || `column_${view.facts.column + 1}`),
  );
  notes.footnotes.push({ path: FIELDS, lines: lines.length > 0 ? [t("profile.guess.not_used"), ...lines] : [] });
}

/** Puts findings together as a profile, with a remark at every line that is a guess. */
export function draftProfile(found: Findings, t: Translate): Draft {
  const notes = new Notes(t);
  const fields: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  describeFile(found, notes);
  fillFields({ found, notes, fields, values, at: FIELDS });
  listUnused(found, notes);
  const headerless = found.header.record === 0;
  const names = found.views.flatMap(({ name }) => (name === null ? [] : [name]));
  const title = { zh: found.title, en: found.title };
  const dayNumbers = found.assigned.some(({ view, field }) => view.dayNumbers && /_at$|due$/u.test(field));
  const value = {
    id: found.id,
    version: 1,
    title,
    dates: [...found.dates.formats, ...(dayNumbers ? ["excel"] : [])],
    missing: found.survey.missing.map(({ word }) => word),
    totals: found.survey.totals.map(({ word }) => word),
    values,
    layouts: [
      {
        id: "list",
        title,
        record: found.record,
        header: names,
        ...(headerless
          ? {
              headerless: true,
              looks: Object.fromEntries(found.looks.map(({ view, pattern }) => [view.name, pattern])),
            }
          : {}),
        ...(found.identity.reason === "parts" ? { repeats: true } : {}),
        identity: found.identity.native ? { native: found.identity.native.name } : { content: names },
        fields,
      },
    ],
  };
  return { value, remarks: notes.remarks, footnotes: notes.footnotes, guesses: notes.guesses };
}
