/**
 * The smallest integer y ≥ 0 that `reached` holds for; `reached` must hold from some y on. `guess` is where to look
 * first: the search doubles its stride away from it and then halves the bracket.
 */
export function smallestInteger(guess: number, reached: (y: number) => boolean): number {
  let high = Math.max(0, Math.round(guess));
  let stride = 1;
  let low = high - 1;
  if (reached(high)) {
    while (low >= 0 && reached(low)) {
      high = low;
      low -= stride;
      stride *= 2;
    }
    low = Math.max(low, -1);
  } else {
    low = high;
    high += stride;
    while (!reached(high)) {
      low = high;
      stride *= 2;
      high += stride;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Cornish & Fisher's first guess at a quantile, from mean, standard deviation and skewness, at the normal quantile z. */
export function cornishFisher(z: number, mean: number, deviation: number, skewness: number): number {
  return mean + deviation * (z + (skewness * (z * z - 1)) / 6) - 0.5;
}

/**
 * How far below p (relatively) a cumulated probability may be and still count as p: at an exact tie, such as a median at
 * 1/2, rounding must not push the quantile one up.
 */
export const QUANTILE_SLACK = 1e-12;
