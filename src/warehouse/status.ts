import type { Duck } from "../duck/open.ts";

/** The state of a warehouse in figures. */
export interface WarehouseStatus {
  readonly files: number;
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly tickets: number;
  /** Tickets by kind; `unknown` where the source names none. */
  readonly kinds: Readonly<Record<"complaint" | "report" | "inquiry" | "suggestion" | "unknown", number>>;
  /** First and last date of registration. */
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly schema: number;
}

/** Counts what a warehouse holds. */
export async function readStatus(duck: Duck): Promise<WarehouseStatus> {
  const files = await duck.row<Record<"files" | "rows" | "accepted" | "unchanged" | "duplicate" | "rejected", number>>(
    `SELECT count(*)::DOUBLE AS files, coalesce(sum("rows"), 0)::DOUBLE AS "rows", coalesce(sum(accepted), 0)::DOUBLE AS accepted,
       coalesce(sum("unchanged"), 0)::DOUBLE AS "unchanged", coalesce(sum(duplicate), 0)::DOUBLE AS duplicate,
       coalesce(sum(rejected), 0)::DOUBLE AS rejected FROM source_file`,
  );
  const kinds = await duck.row<
    Record<"complaint" | "report" | "inquiry" | "suggestion" | "unknown" | "tickets", number> & {
      from: string;
      to: string;
    }
  >(
    `SELECT count(*)::DOUBLE AS tickets,
       count(*) FILTER (WHERE kind = 'complaint')::DOUBLE AS complaint, count(*) FILTER (WHERE kind = 'report')::DOUBLE AS report,
       count(*) FILTER (WHERE kind = 'inquiry')::DOUBLE AS inquiry, count(*) FILTER (WHERE kind = 'suggestion')::DOUBLE AS suggestion,
       count(*) FILTER (WHERE kind IS NULL)::DOUBLE AS unknown,
       CAST(min(registered_at) AS DATE) AS "from", CAST(max(registered_at) AS DATE) AS "to" FROM ticket`,
  );
  const { version } = await duck.row<{ version: number }>("SELECT max(version) AS version FROM schema_version");
  const { tickets, from, to, ...byKind } = kinds;
  return { ...files, tickets, kinds: byKind, period: { from, to }, schema: version };
}
