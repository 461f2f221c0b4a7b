/**
 * What may leave the bureau, as a list: whatever is not on it is not published. Both the release and its checks read it.
 *
 * Months that have not ended are not on it: nothing public depends on the day of the month on which a release was made, so that
 * two releases of one month cannot be subtracted from each other.
 */

/** Published tables of complaints by day of registration. A dimension that is not named is not split. */
export interface Grid {
  readonly grid: string;
  readonly grain: "month" | "quarter";
  readonly dims: readonly ("category" | "problem" | "region")[];
}

/** Categories are of level 1. Complaints only: reports (举报) are confidential and appear at county level alone. */
export const PUBLIC_GRIDS: readonly Grid[] = [
  { grid: "month", grain: "month", dims: [] },
  { grid: "category_month", grain: "month", dims: ["category"] },
  { grid: "problem_month", grain: "month", dims: ["problem"] },
  { grid: "category_problem_month", grain: "month", dims: ["category", "problem"] },
  { grid: "region_quarter", grain: "quarter", dims: ["region"] },
  { grid: "category_problem_quarter", grain: "quarter", dims: ["category", "problem"] },
];

export const PUBLIC_GRAINS = ["month", "quarter", "half", "year", "ytd"] as const;
export type PublicGrain = (typeof PUBLIC_GRAINS)[number];

/** How a published measure is grouped: by nothing, by category of level 1, by kind of problem, by amount band. */
export type PublicDim = "whole" | "category" | "problem" | "band";

/**
 * Measures whose figures stand or fall together, because each gives the others away: a rate and the counts above and
 * below its line. The first one says how many tickets stand behind a cell.
 */
export interface PublicTable {
  readonly measures: readonly string[];
  readonly dims: Readonly<Partial<Record<PublicDim, readonly PublicGrain[]>>>;
}

const LONG = ["quarter", "half", "year", "ytd"] as const;
const COUNTY = { whole: PUBLIC_GRAINS } as const;
const GROUPED = { whole: PUBLIC_GRAINS, category: LONG, problem: LONG } as const;

/**
 * Left out on purpose: units and channels (internal), measures whose figure another one shows already (the last amount band is
 * the number of large complaints), and endings that are rare.
 */
export const PUBLIC_TABLES: readonly PublicTable[] = [
  { measures: ["received"], dims: { whole: PUBLIC_GRAINS, category: PUBLIC_GRAINS, problem: PUBLIC_GRAINS } },
  { measures: ["accepted", "amount_band"], dims: { whole: PUBLIC_GRAINS, band: PUBLIC_GRAINS } },
  { measures: ["concluded"], dims: COUNTY },
  { measures: ["mediation_success_rate", "agreements", "mediations_ended"], dims: GROUPED },
  { measures: ["amount_disputed"], dims: COUNTY },
  { measures: ["amount_recovered"], dims: GROUPED },
  { measures: ["recovery_rate"], dims: COUNTY },
  { measures: ["amount_recovered_median"], dims: COUNTY },
  { measures: ["reports_received"], dims: COUNTY },
  { measures: ["report_filing_rate", "reports_accepted"], dims: COUNTY },
  { measures: ["reports_filed"], dims: COUNTY },
];
