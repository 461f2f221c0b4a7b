import { type Holidays, readHolidays } from "./holidays.ts";
import { type Law, readLaw } from "./rules.ts";

/** What the settings choose where the law leaves it open. */
export interface LawOptions {
  /** Whose law: `none` sets no limits and no added damages. Chinese law where left out. */
  readonly system?: "cn" | "none" | undefined;
  /** The rule that counts where two stand. */
  readonly overlap: string;
  /** After what a limit in natural days moves on to the next day: a holiday, or any day off. */
  readonly rollover: "holiday" | "day_off";
}

/** The rules and days off by which limits are reckoned, and what the settings choose. */
export interface LawContext extends LawOptions {
  readonly holidays: Holidays;
  readonly law: Law;
}

/** Whose law an agency's settings choose: Chinese law where its currency is CNY and they say nothing. */
export function lawOptionsOf(settings: { law: LawOptions; currency: string }): LawOptions {
  return { ...settings.law, system: settings.law.system ?? (settings.currency === "CNY" ? "cn" : "none") };
}

/** The rules as they are shipped, with the days off that a data folder adds. */
export async function readLawContext(options: LawOptions, dataDirectory: string | null = null): Promise<LawContext> {
  const [holidays, law] = [await readHolidays(dataDirectory), await readLaw()];
  return { ...options, holidays, law: options.system === "none" ? { ...law, rules: [], damages: [] } : law };
}
