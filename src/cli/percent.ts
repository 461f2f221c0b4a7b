import { fixed, times } from "../measures/decimal.ts";

/** A ratio with four decimals as per cent: "0.2273" → "22.73%". */
export const percent = (ratio: string): string => `${fixed(times(ratio, "100"), 2)}%`;
