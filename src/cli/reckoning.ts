import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { lawOptionsOf, readLawContext } from "../law/context.ts";
import type { MeasureOptions } from "../measures/measure.ts";
import { type Period, parsePeriod, windowOf } from "../measures/period.ts";
import { currentRelease } from "../release/list.ts";
import { lastDay } from "../warehouse/extent.ts";
import { openWarehouse } from "../warehouse/open.ts";
import { breaksOf } from "./breaks.ts";
import { asOfOption } from "./choice.ts";
import type { CommandContext } from "./context.ts";
import type { OptionSpec } from "./define.ts";

/** The options that such a command has. */
export const PERIOD: OptionSpec = { flags: "--period <period>", text: "cli.measures.period", required: true };
export const AS_OF: OptionSpec = { flags: "--as-of <date>", text: "cli.as_of" };

/** What a command that reckons figures of one period tells of it. */
export interface Reckoned<T> {
  readonly result: T;
  /** The head of its JSON. */
  readonly head: {
    readonly period: Pick<Period, "from" | "to"> & { readonly complete: boolean };
    readonly asOf: string;
    readonly release: string | null;
  };
}

type Common = Pick<MeasureOptions, "asOf" | "law" | "breaks" | "locale"> & {
  readonly settings: CommandContext["settings"];
  readonly period: Period;
};

/** Reckons something of one period from the warehouse, as of the date that was given or the last day in the data. */
export async function reckoning<T>(
  context: CommandContext,
  options: Readonly<Record<string, unknown>>,
  reckon: (warehouse: Duck, common: Common) => Promise<T>,
): Promise<Reckoned<T>> {
  const given = asOfOption("--as-of", options.asOf, context.today);
  const period = parsePeriod(String(options.period));
  const warehouse = await openWarehouse(context.at("warehouse.duckdb"), { readOnly: true });
  try {
    const asOf = given ?? (await lastDay(warehouse));
    if (asOf === null) throw new ForewarnError("cli.release.empty");
    const { settings, locale } = context;
    const law = await readLawContext(lawOptionsOf(settings), context.data);
    const breaks = await breaksOf(warehouse, context);
    const result = await reckon(warehouse, { period, asOf, settings, law, breaks, locale });
    const release = await currentRelease(context.at("releases"));
    const { complete } = windowOf(period, asOf);
    return {
      result,
      head: { period: { from: period.from, to: period.to, complete }, asOf, release: release?.id ?? null },
    };
  } finally {
    warehouse.close();
  }
}
