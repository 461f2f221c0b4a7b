import type { TrendBreak, TrendTexts } from "../../../charts/trend.ts";
import type { MeasureUnit } from "../../measures.ts";

export interface ExplorerMeasure {
  readonly id: string;
  readonly name: string;
  readonly unit: MeasureUnit;
}

export interface ExplorerDimension {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly { readonly key: string; readonly name: string; readonly level: number }[];
}

/** All that the explorer says, in the page's language; sentences have places in braces. */
export interface ExplorerTexts {
  readonly locale: "zh" | "en";
  readonly language: string;
  readonly currency: string;
  readonly measures: readonly ExplorerMeasure[];
  readonly dimensions: readonly ExplorerDimension[];
  readonly whole: string;
  readonly month: string;
  readonly n: string;
  readonly none: string;
  readonly monthIncomplete: string;
  readonly points: string;
  readonly yearOnYear: { readonly up: string; readonly down: string; readonly same: string };
  readonly sentence: string;
  readonly sentenceNew: string;
  readonly chart: TrendTexts;
  /** Breaks of the series, drawn in every chart. */
  readonly breaks: readonly TrendBreak[];
}

export interface Choice {
  readonly measure: string;
  readonly dim: string;
  readonly group: string;
}
