import { identifier, literal } from "../../../duck/identifier.ts";
import type { Locale } from "../../../i18n/define.ts";
import { translate, translateIfAny } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { type Format, formatter } from "../../format.ts";
import type { PageSource } from "../../page.ts";

/** The fates of a row, in the order in which they add up to the rows. */
export const FATES = ["accepted", "unchanged", "duplicate", "rejected"] as const;
export type Fate = (typeof FATES)[number];
type Fates = Record<"rows" | Fate, string>;

/** Rows by fate, each as printed, with what they add up to. */
export interface Account {
  readonly name: string;
  readonly detail: string;
  readonly rows: string;
  readonly fates: readonly { readonly fate: Fate; readonly text: string; readonly exact: string }[];
  /** Whether the four fates add up to the rows. It is reckoned here, from what is printed. */
  readonly adds: boolean;
  readonly exact: string;
}

function account(name: string, detail: string, counts: Fates, format: Format): Account {
  const sum = FATES.reduce((total, fate) => total + BigInt(counts[fate]), 0n);
  return {
    name,
    detail,
    rows: format.number(counts.rows),
    exact: counts.rows,
    fates: FATES.map((fate) => ({ fate, text: format.number(counts[fate]), exact: counts[fate] })),
    adds: sum === BigInt(counts.rows),
  };
}

function total(list: readonly Fates[]): Fates {
  const sum = (key: keyof Fates) => String(list.reduce((all, counts) => all + BigInt(counts[key]), 0n));
  return {
    rows: sum("rows"),
    accepted: sum("accepted"),
    unchanged: sum("unchanged"),
    duplicate: sum("duplicate"),
    rejected: sum("rejected"),
  };
}

async function byFile(release: Release, locale: Locale, format: Format) {
  const files = await release.rows<Fates & { name: string; format: string; encoding: string; profile: string }>(
    `SELECT name, format, encoding, profile, "rows", accepted, "unchanged", duplicate, rejected FROM accounting_file ORDER BY name, sha256`,
  );
  return {
    files: files.map((file) => account(file.name, `${file.profile} · ${file.format} · ${file.encoding}`, file, format)),
    total: account(translate(locale, "site.total"), "", total(files), format),
  };
}

async function byMonth(release: Release, locale: Locale, format: Format): Promise<Account[]> {
  const months = await release.rows<Fates & { month: string | null }>(
    `SELECT month, sum("rows") AS "rows", ${FATES.map(
      (fate) => `coalesce(sum("rows") FILTER (fate = ${literal(fate)}), 0) AS ${identifier(fate)}`,
    ).join(", ")} FROM accounting_month GROUP BY month ORDER BY month DESC NULLS LAST`,
  );
  return months.map((row) =>
    account(row.month ? format.month(row.month) : translate(locale, "site.noMonthRow"), "", row, format),
  );
}

/** What a code means; the code itself where the catalogue does not know it. */
function known(locale: Locale, key: string, fallback: string): string {
  return translateIfAny(locale, key, { found: "?", expected: "?" }) ?? fallback;
}

async function rejects(release: Release, locale: Locale, format: Format) {
  const rows = await release.rows<{ code: string; column_name: string | null; rows: string }>(
    `SELECT code, column_name, "rows" FROM accounting_reject ORDER BY "rows" DESC, code, column_name`,
  );
  return rows.map((row) => ({
    code: row.code,
    reason: known(locale, `site.reject.${row.code}`, row.code),
    column: row.column_name ?? translate(locale, "site.wholeRow"),
    rows: format.number(row.rows),
    exact: row.rows,
  }));
}

async function gaps(release: Release, locale: Locale, format: Format) {
  const rows = await release.rows<{ gap: string; tickets: string; of: string }>(
    `SELECT gap, tickets, "of" FROM accounting_gap WHERE tickets > 0 ORDER BY tickets DESC, gap`,
  );
  return rows.map((row) => ({
    gap: row.gap.startsWith("quality:")
      ? translate(locale, "site.gapQuality", { flag: known(locale, `site.flag.${row.gap.slice(8)}`, row.gap.slice(8)) })
      : known(locale, `site.gap.${row.gap}`, row.gap),
    tickets: format.number(row.tickets),
    of: format.number(row.of),
    share: Number(row.of) > 0 ? format.percent(Number(row.tickets) / Number(row.of)) : "—",
  }));
}

/** What became of every row of every file. */
export const qualityPage: PageSource = async ({ locale, release }) => {
  const format = formatter(locale);
  return [
    {
      path: "quality",
      template: "quality.md",
      title: translate(locale, "site.quality"),
      description: translate(locale, "site.qualityDescription"),
      values: {
        fates: FATES.map((fate) => ({
          fate,
          name: translate(locale, `site.fate.${fate}`),
          help: translate(locale, `site.fateHelp.${fate}`),
        })),
        ...(await byFile(release, locale, format)),
        months: await byMonth(release, locale, format),
        rejects: await rejects(release, locale, format),
        gaps: await gaps(release, locale, format),
      },
    },
  ];
};
