import type { Duck } from "../duck/open.ts";

/**
 * The last day that the data speak of: the latest registration, acceptance or conclusion. It is the as-of date where a
 * person names none. Null for a warehouse without dated tickets.
 */
export async function lastDay(duck: Duck): Promise<string | null> {
  const { day } = await duck.row<{ day: string | null }>(
    "SELECT CAST(greatest(max(registered_at), max(accepted_at), max(concluded_at)) AS DATE) AS day FROM ticket",
  );
  return day;
}
