import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded draws for the demo. Only + − × ÷ are used, so that every machine draws the same. */
export interface Draw {
  /** 0 ≤ u < 1. */
  uniform(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** The place of one of the weights, drawn in proportion to them. */
  weighted(weights: readonly number[]): number;
  poisson(mean: number): number;
  /** About normal, mean 0 and deviation 1: twelve uniforms less six. */
  normal(): number;
  /** Log-normal with this median. */
  spread(median: number, sigma: number): number;
}

/** e^x by its series and repeated squaring: `Math.exp` may differ in the last bit from one engine to the next. */
export function exp(x: number): number {
  const y = x / 1024;
  let power = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + y / 5))));
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

/** A source of draws for one purpose; streams of one seed do not disturb each other. */
export function seeded(seed: number, stream: number): Draw {
  const generator = xoroshiro128plus((Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0);
  const uniform = () => uniformFloat64(generator);
  const below = (n: number) => Math.floor(uniform() * n);
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum;
  };
  return {
    uniform,
    below,
    normal,
    chance: (p) => uniform() < p,
    between: (low, high) => low + below(high - low + 1),
    pick: <T>(items: readonly T[]) => items[below(items.length)] as T,
    weighted(weights) {
      let sum = 0;
      for (const weight of weights) sum += weight;
      let left = uniform() * sum;
      for (let i = 0; i < weights.length; i++) {
        left -= weights[i] as number;
        if (left < 0) return i;
      }
      return weights.length - 1;
    },
    poisson(mean) {
      let count = 0;
      // In parts, so that e^−mean does not vanish.
      for (let left = mean; left > 0; left -= 20) {
        const part = Math.min(left, 20);
        let mass = exp(-part);
        let u = uniform();
        for (let k = 1; u > mass && k < 200; k++) {
          u -= mass;
          mass *= part / k;
          count++;
        }
      }
      return count;
    },
    spread: (median, sigma) => median * exp(sigma * normal()),
  };
}
