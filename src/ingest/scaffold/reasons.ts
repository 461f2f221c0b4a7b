import { RECORDS, type RecordName } from "../../warehouse/records.ts";
import type { Assignment, ColumnView } from "./assign.ts";
import type { OrderFinding } from "./dates.ts";
import { type Path, quoted } from "./document.ts";
import type { Findings } from "./findings.ts";
import { joined, type Notes, type Translate } from "./notes.ts";

function orderReason(t: Translate, order: OrderFinding): string {
  const words = order.order.replace("y", "Y").split("").join(order.separator);
  const { certain, against, open } = order;
  return t("profile.guess.order", { order: words, certain, against, open });
}

/** Tells the formats of dates, and how the order of day and month was told. */
export function describeDates({ dates }: Findings, notes: Notes): void {
  const { t } = notes;
  if (dates.formats.length === 0) return;
  const cells = [...dates.columns.values()].reduce((total, { read }) => total + read, 0);
  const parts = [t("profile.guess.dates", { cells }), ...dates.orders.map((order) => orderReason(t, order))];
  const open = dates.orders.some(({ certain }) => certain === 0);
  const mixed = dates.orders.some(({ certain, against }) => certain > 0 && against > 0);
  const sure = open ? "low" : mixed ? "medium" : "high";
  const reason = joined(t, [...(open ? [t("profile.guess.order_open")] : []), ...parts]);
  notes.guess(["dates"], { column: null, field: "dates", reason, sure }, open || mixed);
}

/** Tells what identifies a row. */
export function describeIdentity({ identity, survey }: Findings, layout: Path, notes: Notes): void {
  const { rows } = survey;
  const column = (identity.native ?? identity.refused)?.name ?? null;
  const distinct = (identity.native ?? identity.refused)?.facts.distinct ?? 0;
  const filled = (identity.native ?? identity.refused)?.facts.filled ?? 0;
  const params = { reason: identity.reason, column: quoted(column ?? ""), rows, distinct, filled };
  const reason = notes.t("profile.guess.identity", params);
  const key = identity.native ? [] : ["content"];
  notes.guess(
    [...layout, "identity", ...key],
    { column, field: "identity", reason, sure: identity.sure },
    identity.refused !== null || identity.reason === "parts",
  );
}

/** Why a column is taken to fill a field. */
export function fieldReason(t: Translate, { by, word, view, field }: Assignment, record: RecordName): string {
  const type = RECORDS[record].find(({ name }) => name === field)?.type ?? "VARCHAR";
  const kind =
    view.dayNumbers && type === "TIMESTAMP" ? "days" : type.startsWith("DECIMAL") ? "amounts" : type.toLowerCase();
  const { filled, rows, distinct, amounts, flags, longest } = view.facts;
  const read = type === "TIMESTAMP" ? Math.round(view.dates * filled) : type === "BOOLEAN" ? flags : amounts;
  const caption = t("profile.guess.caption", { by, word });
  return joined(t, [caption, t("profile.guess.cells", { kind, read, filled, rows, distinct, longest })]);
}

type Unused = "doubled" | "untitled" | "personal" | "empty" | "dates" | "commas" | "serial" | "numbers" | "words";

function unusedKind({ name, doubled, personal, facts, dates }: ColumnView): Unused {
  const most = (count: number) => count >= facts.filled * 0.9;
  if (name === null) return doubled ? "doubled" : "untitled";
  if (personal !== null) return "personal";
  if (facts.filled === 0) return "empty";
  if (dates >= 0.5) return "dates";
  if (facts.commas > 0 && most(facts.commas + facts.amounts)) return "commas";
  if (facts.serial) return "serial";
  return most(facts.amounts) ? "numbers" : "words";
}

/** What is known of a column that no field uses. */
export function unusedLine(t: Translate, view: ColumnView, caption: string): string {
  const { filled, rows, distinct } = view.facts;
  const kind = unusedKind(view);
  return `  ${quoted(caption)}: ${t("profile.guess.unused", { kind, filled, rows, distinct })}`;
}
