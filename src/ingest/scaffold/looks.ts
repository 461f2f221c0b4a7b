import { literal } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import type { ColumnView } from "./assign.ts";
import type { DateFindings } from "./dates.ts";
import { distinctSql } from "./survey.ts";

/** The expression that all dates of a format match. */
function ofFormat(format: string): string {
  return format
    .replaceAll(/[.+*?()[\]{}|\\^$]/gu, "\\$&")
    .replaceAll("%Y", "[0-9]{4}")
    .replaceAll(/%[bBp]/gu, "[A-Za-z]+")
    .replaceAll(/%[mdyHMSI]/gu, format.includes("%Y%m") ? "[0-9]{2}" : "[0-9]{1,2}");
}

/** Marks such as Y and N: they tell something beside other columns, and nothing by themselves. */
const MARK = "^(是|否|有|无|[A-Za-z0-9]{1,3})$";

function expressions({ facts, dates }: ColumnView, formats: readonly string[]): string[] {
  if (facts.filled === 0) return [];
  if (dates === 1) return [...new Set(formats.map((format) => `^${ofFormat(format)}`))].slice(0, 3);
  if (facts.whole === facts.filled)
    return [facts.shortest === facts.longest ? `^[0-9]{${facts.longest}}$` : "^[0-9]+$"];
  if (facts.amounts === facts.filled) return ["^-?[0-9][0-9,]*(\\.[0-9]+)?$"];
  if (facts.distinct <= 3 && facts.longest <= 3) return [MARK];
  return [];
}

/**
 * Expressions by which a file without a header is known again: of columns whose values all look alike. Values themselves
 * never become a part of them. Empty where there are none, or none that says enough.
 */
export async function guessLooks(
  duck: Duck,
  views: readonly ColumnView[],
  dates: DateFindings,
): Promise<{ view: ColumnView; pattern: string }[]> {
  const found: { view: ColumnView; pattern: string }[] = [];
  for (const view of views) {
    const formats = dates.columns.get(view.facts.column)?.formats ?? [];
    const parts = expressions(view, formats);
    if (parts.length === 0) continue;
    const pattern = parts.length === 1 ? (parts[0] as string) : parts.map((part) => `(${part})`).join("|");
    const { all } = await duck.row<{ all: boolean }>(
      `SELECT bool_and(regexp_matches(value, ${literal(pattern)})) AS "all" FROM ${distinctSql(view.facts.column)}`,
    );
    if (all) found.push({ view, pattern });
  }
  return found.some(({ pattern }) => pattern !== MARK) ? found : [];
}
