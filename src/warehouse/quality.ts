import { literal } from "../duck/identifier.ts";
import type { RecordName } from "./records.ts";

/** Doubts about a ticket that are kept with it and counted on the data-quality page; each SQL is true where it holds. */
export const QUALITY: Readonly<Record<string, string>> = {
  unmapped_category: "category_words IS NOT NULL AND category_code IS NULL",
  unmapped_problem: "problem_words IS NOT NULL AND coalesce(len(problem_codes), 0) = 0",
  unmapped_region: "region_words IS NOT NULL AND region_code IS NULL",
  unmapped_outcome: "outcome_words IS NOT NULL AND outcome IS NULL",
  unmapped_status: "status_words IS NOT NULL AND status IS NULL",
  unknown_kind: "kind IS NULL",
  no_registration_date: "registered_at IS NULL",
  concluded_before_registered: "concluded_at < date_trunc('day', registered_at)",
  accepted_before_registered: "accepted_at < date_trunc('day', registered_at)",
  recovered_over_disputed: "recovered > disputed AND disputed > 0",
};

/** SQL of the list of doubts about a row with a ticket's columns; other records have none. */
export function qualitySql(record: RecordName): string {
  if (record !== "ticket") return "[]::VARCHAR[]";
  const flags = Object.entries(QUALITY).map(([flag, sql]) => `CASE WHEN ${sql} THEN ${literal(flag)} END`);
  // Most rows have none, and are told so without making a list.
  const any = Object.values(QUALITY)
    .map((sql) => `(${sql})`)
    .join(" OR ");
  return `CASE WHEN ${any} THEN list_filter([${flags.join(", ")}], lambda flag: flag IS NOT NULL) ELSE [] END`;
}
