/**
 * When the source made a file, by the last date in its name: `…_20260331101500.xls`, `2026-03-31`, `2026年3月31日`; ISO without
 * zone, at the end of its day where the name gives no time. Null where the name has no date, or one after `now`.
 */
export function exportedAt(name: string, now: string): string | null {
  const base = name.slice(name.lastIndexOf("/") + 1).normalize("NFKC");
  let found: string | null = null;
  const form =
    /(?<!\d)((?:19|20)\d{2})(?:[-._/年]?)(0?[1-9]|1[0-2])(?:[-._/月]?)(0?[1-9]|[12]\d|3[01])日?(?:[-_ T]?([01]\d|2[0-3])[-:._]?([0-5]\d)(?:[-:._]?([0-5]\d))?)?(?!\d)/gu;
  for (const [, year, month, day, hour, minute, second] of base.matchAll(form)) {
    const pad = (part: string | undefined) => String(part).padStart(2, "0");
    const date = `${year}-${pad(month)}-${pad(day)}`;
    const parsed = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) continue;
    const time = hour === undefined ? "23:59:59" : `${hour}:${minute}:${second ?? "59"}`;
    if (date <= now.slice(0, 10)) found = `${date} ${time}`;
  }
  return found;
}
