import type { ExplorerMeasure, ExplorerTexts } from "./texts.ts";

/** How the values of one measure are printed in the browser, as the server prints them. */
export interface Values {
  print(value: number | null): string;
  month(from: string): string;
  change(value: number | null, previous: number | null): string;
  /** What a value is multiplied by for the axis, and how the axis prints it where it is no plain number. */
  readonly scale: number;
  readonly axis: ((value: number) => string) | null;
}

export function values(texts: ExplorerTexts, measure: ExplorerMeasure): Values {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(texts.language, options);
  const { unit } = measure;
  const shape: Intl.NumberFormatOptions =
    unit === "ratio"
      ? { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }
      : unit === "money"
        ? { style: "currency", currency: texts.currency, minimumFractionDigits: 2 }
        : unit === "day"
          ? { style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 1 }
          : { maximumFractionDigits: unit === "quantity" ? 2 : 0 };
  const month = new Intl.DateTimeFormat(texts.language, { year: "numeric", month: "long", timeZone: "UTC" });
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const change = (value: number | null, previous: number | null): string => {
    // A base of zero has no ratio.
    if (value === null || previous === null || (unit !== "ratio" && previous === 0)) return "—";
    const difference = value - previous;
    const size =
      unit === "ratio"
        ? texts.points.replace("{size}", number(one).format(Math.abs(difference) * 100))
        : number({ style: "percent", ...one }).format(Math.abs(difference / previous));
    const words = difference > 0 ? texts.yearOnYear.up : difference < 0 ? texts.yearOnYear.down : texts.yearOnYear.same;
    return words.replace("{size}", size);
  };
  return {
    print: (value) => (value === null ? "—" : number(shape).format(value)),
    month: (from) => month.format(new Date(`${from}T00:00:00Z`)),
    change,
    scale: unit === "ratio" ? 100 : 1,
    axis: unit === "ratio" ? (value) => `${value}%` : null,
  };
}
