import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml, readYamlIfAny } from "../config/yaml.ts";
import { addDays, isDate } from "../day.ts";

const day = z.string().refine(isDate, { error: "a day such as 2026-10-01" });
const stretch = z.string().refine(
  (text) => {
    const [from = "", to = from, ...more] = text.split("..");
    return more.length === 0 && isDate(from) && isDate(to) && from <= to;
  },
  { error: "a day such as 2026-10-01, or days such as 2026-10-01..2026-10-07" },
);

const yearSchema = z.strictObject({
  /** The notice's name or address. */
  notice: z.string().optional(),
  /** Days off 放假. */
  off: z.array(stretch).min(1),
  /** Saturdays and Sundays that are worked 调休上班. */
  work: z.array(day),
});

/** The days off and the days made up for them, by the year that a notice of the State Council is about. */
export const holidaysSchema = z
  .strictObject({ years: z.record(z.string().regex(/^\d{4}$/), yearSchema) })
  .superRefine(({ years }, context) => {
    for (const [year, { off, work }] of Object.entries(years)) {
      const free = new Set(off.flatMap(daysOf));
      for (const each of [...free, ...work]) {
        // New Year's holiday may begin in the last days of the year before.
        if (each.slice(0, 4) !== year && addDays(each, 7).slice(0, 4) !== year) {
          context.addIssue({ code: "custom", path: ["years", year], message: `${each} lies outside of ${year}` });
        }
      }
      for (const each of work) {
        const path = ["years", year, "work"];
        if (free.has(each)) context.addIssue({ code: "custom", path, message: `${each} is both off and worked` });
        if (!isWeekend(each)) context.addIssue({ code: "custom", path, message: `${each} is no Saturday or Sunday` });
      }
    }
  });

export type Holidays = z.infer<typeof holidaysSchema>;

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The days of `2026-10-01..2026-10-07`, or of one day. */
export function daysOf(stretch: string): string[] {
  const [from = "", to = from] = stretch.split("..");
  const days: string[] = [];
  for (let each = from; each <= to; each = addDays(each, 1)) days.push(each);
  return days;
}

const SHIPPED = fileURLToPath(new URL("../../data/reference/holidays.yaml", import.meta.url));

/**
 * Reads `data/reference/holidays.yaml`, and over it the years of `holidays.yaml` in a bureau's data folder, where there is one.
 * @throws ForewarnError naming file, line and key of the first fault
 */
export async function readHolidays(dataDirectory: string | null = null): Promise<Holidays> {
  const shipped = await readYaml(SHIPPED, holidaysSchema);
  if (dataDirectory === null) return shipped;
  const own = await readYamlIfAny(path.join(dataDirectory, "holidays.yaml"), holidaysSchema, { years: {} });
  return { years: { ...shipped.years, ...own.years } };
}
