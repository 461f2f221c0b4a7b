import type { Duck } from "../../duck/open.ts";
import type { Assignment, ColumnView, Sure } from "./assign.ts";
import { surveyed } from "./survey.ts";

/** What tells a row from another: the column of a number, or the content of all columns. */
export interface IdentityGuess {
  readonly native: ColumnView | null;
  readonly reason: "number" | "repeated_rows" | "parts" | "unique" | "shared" | "gaps" | "none";
  readonly sure: Sure;
  /** The column that is called a number and was not taken. */
  readonly refused: ColumnView | null;
}

/** Whether values look like numbers of cases: short, without spaces, with a digit in nearly all of them. */
function looksLikeNumber({ facts, dates, personal }: ColumnView): boolean {
  const money = facts.amounts === facts.filled && facts.whole < facts.filled;
  return (
    !facts.serial &&
    !money &&
    dates < 0.5 &&
    personal === null &&
    facts.longest <= 40 &&
    facts.spaced === 0 &&
    facts.digits >= facts.filled * 0.95
  );
}

/** How many rows of the survey differ from all others. */
async function distinctRows(duck: Duck, width: number): Promise<number> {
  const cells = Array.from({ length: width }, (_, column) => surveyed(column)).join(", ");
  const { distinct } = await duck.row<{ distinct: number }>(
    `SELECT count(*)::DOUBLE AS distinct FROM (SELECT DISTINCT ${cells} FROM fw_survey)`,
  );
  return distinct;
}

/** From this share of numbers on, rows of one number tell of one case. */
const ONE_CASE = 0.99;

/** Whether rows of one number were registered at one time: they are parts of one case then. */
async function areParts(duck: Duck, number: ColumnView, registered: ColumnView | undefined): Promise<boolean> {
  if (registered === undefined || registered.facts.filled < registered.facts.rows) return false;
  const { share } = await duck.row<{ share: number | null }>(
    `SELECT avg((times = 1)::INTEGER) AS share FROM (
       SELECT count(DISTINCT ${surveyed(registered.facts.column)}) AS times FROM fw_survey
       GROUP BY ${surveyed(number.facts.column)} HAVING count(*) > 1)`,
  );
  // Where all rows were registered at one time that says nothing.
  return share !== null && share >= ONE_CASE && registered.facts.distinct > 1;
}

/**
 * Guesses the identity of rows: the column that its caption calls a number and that is never empty and never stands twice
 * (whole rows that are repeated aside), or of which all rows were registered at one time; else another column of that kind,
 * else the content.
 */
export async function guessIdentity(
  duck: Duck,
  views: readonly ColumnView[],
  assigned: readonly Assignment[],
  width: number,
): Promise<IdentityGuess> {
  const named = assigned.find(({ field }) => field === "native_id");
  const rows = views[0]?.facts.rows ?? 0;
  const content = (reason: IdentityGuess["reason"], refused: ColumnView | null = null): IdentityGuess => ({
    native: null,
    reason,
    sure: refused === null ? "medium" : "low",
    refused,
  });
  if (named) {
    const { facts } = named.view;
    if (rows === 0) return { native: named.view, reason: "number", sure: "low", refused: null };
    if (facts.filled === rows && facts.distinct === rows)
      return { native: named.view, reason: "number", sure: "high", refused: null };
    if (facts.filled < rows) return content("gaps", named.view);
    if ((await distinctRows(duck, width)) === facts.distinct)
      return { native: named.view, reason: "repeated_rows", sure: "medium", refused: null };
    const registered = assigned.find(({ field }) => field === "registered_at")?.view;
    if (named.by === "whole" && (await areParts(duck, named.view, registered)))
      return { native: named.view, reason: "parts", sure: "medium", refused: null };
    return content("shared", named.view);
  }
  const taken = new Set(assigned.map(({ view }) => view.facts.column));
  // Of very few rows nearly every column is unique.
  const unique = views.find(
    (view) =>
      view.name !== null &&
      !view.doubled &&
      !taken.has(view.facts.column) &&
      rows >= 20 &&
      view.facts.filled === rows &&
      view.facts.distinct === rows &&
      looksLikeNumber(view),
  );
  return unique ? { native: unique, reason: "unique", sure: "low", refused: null } : content("none");
}
