import { digamma } from "./digamma.ts";
import { gammaTails } from "./gamma.ts";
import { logGamma } from "./log-gamma.ts";
import { nelderMead } from "./nelder-mead.ts";

/** DuMouchel's prior of the ratio λ: P · Gamma(α₁, β₁) + (1 − P) · Gamma(α₂, β₂), rates β. */
export interface MixturePrior {
  readonly alpha1: number;
  readonly beta1: number;
  readonly alpha2: number;
  readonly beta2: number;
  /** Weight of the first part. */
  readonly part: number;
}

/** So many pairs with `observed` reports where `expected` were to be expected. */
export interface WeightedPair {
  readonly observed: number;
  readonly expected: number;
  readonly weight: number;
}

/** log of the negative binomial mass of n when λ is Gamma(α, β) and n Poisson(λ e). */
function logMass(n: number, expected: number, alpha: number, beta: number): number {
  const share = expected / (beta + expected);
  return (
    logGamma(alpha + n) -
    logGamma(alpha) -
    logGamma(n + 1) +
    alpha * Math.log1p(-share) +
    (n > 0 ? n * Math.log(share) : 0)
  );
}

function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most));
}

/**
 * Minus the log-likelihood of pairs that were counted only because they have at least one report. As in R's openEBGM, each part
 * of the mixture is conditioned on that by itself.
 */
export function mixtureLoss(pairs: readonly WeightedPair[], prior: MixturePrior): number {
  const { alpha1, beta1, alpha2, beta2, part } = prior;
  const logSome = (n: number, expected: number, alpha: number, beta: number) =>
    logMass(n, expected, alpha, beta) - Math.log(-Math.expm1(logMass(0, expected, alpha, beta)));
  let loss = 0;
  for (const { observed, expected, weight } of pairs) {
    const first = Math.log(part) + logSome(observed, expected, alpha1, beta1);
    const second = Math.log1p(-part) + logSome(observed, expected, alpha2, beta2);
    loss -= weight * logSum(first, second);
  }
  return loss;
}

const STARTS: readonly MixturePrior[] = [
  { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, part: 1 / 3 },
  { alpha1: 0.1, beta1: 0.1, alpha2: 10, beta2: 10, part: 0.2 },
  { alpha1: 2, beta1: 0.5, alpha2: 2, beta2: 2, part: 0.1 },
];

const toLine = ({ alpha1, beta1, alpha2, beta2, part }: MixturePrior) => [
  Math.log(alpha1),
  Math.log(beta1),
  Math.log(alpha2),
  Math.log(beta2),
  Math.log(part / (1 - part)),
];
const fromLine = ([a1 = 0, b1 = 0, a2 = 0, b2 = 0, odds = 0]: readonly number[]): MixturePrior => ({
  alpha1: Math.exp(a1),
  beta1: Math.exp(b1),
  alpha2: Math.exp(a2),
  beta2: Math.exp(b2),
  part: 1 / (1 + Math.exp(-odds)),
});

/** Fits the prior by maximum likelihood (DuMouchel 1999, Am Stat 53:177), from several starts. */
export function fitMixture(pairs: readonly WeightedPair[]): MixturePrior {
  const loss = (x: readonly number[]) => mixtureLoss(pairs, fromLine(x));
  const found = STARTS.map((start) => nelderMead(loss, toLine(start), { tolerance: 1e-9, most: 1500 }));
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  // Once more from there: a simplex that has flattened out may have stopped short.
  return fromLine(nelderMead(loss, best.at, { step: 0.2, tolerance: 1e-13 }).at);
}

/**
 * Puts pairs with the same count and about the same expectation together, so that a fit looks at few: of each count the
 * `kept` largest expectations stay as they are, the others are taken `size` at a time, in order, by their mean.
 */
export function squash(pairs: readonly WeightedPair[], { size = 50, kept = 100 } = {}): WeightedPair[] {
  const byCount = new Map<number, WeightedPair[]>();
  for (const pair of pairs) {
    const group = byCount.get(pair.observed);
    if (group) group.push(pair);
    else byCount.set(pair.observed, [pair]);
  }
  return [...byCount.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.expected - b.expected);
    const cut = Math.max(0, Math.floor((sorted.length - kept) / size) * size);
    const together: WeightedPair[] = [];
    for (let i = 0; i < cut; i += size) {
      const bin = sorted.slice(i, i + size);
      const weight = bin.reduce((sum, one) => sum + one.weight, 0);
      const expected = bin.reduce((sum, one) => sum + one.weight * one.expected, 0) / weight;
      together.push({ observed: (bin[0] as WeightedPair).observed, expected, weight });
    }
    return [...together, ...sorted.slice(cut)];
  });
}

/** What the prior and a pair's counts say of its ratio λ. */
export interface ShrunkRatio {
  /** P(λ is of the first part). */
  readonly part: number;
  /** The empirical Bayes geometric mean, EBGM. */
  readonly mean: number;
  /** The 5 % and 95 % points, EB05 and EB95. */
  readonly low: number;
  readonly high: number;
}

/** EBGM with its 90 % limits (DuMouchel 1999). */
export function shrunkRatio(observed: number, expected: number, prior: MixturePrior): ShrunkRatio {
  const { alpha1, beta1, alpha2, beta2, part } = prior;
  const first = Math.log(part) + logMass(observed, expected, alpha1, beta1);
  const second = Math.log1p(-part) + logMass(observed, expected, alpha2, beta2);
  const q = Math.exp(first - logSum(first, second));
  const [a1, b1, a2, b2] = [alpha1 + observed, beta1 + expected, alpha2 + observed, beta2 + expected];
  const mean = Math.exp(q * (digamma(a1) - Math.log(b1)) + (1 - q) * (digamma(a2) - Math.log(b2)));
  const cdf = (x: number) => q * gammaTails(a1, b1 * x).lower + (1 - q) * gammaTails(a2, b2 * x).lower;
  const quantile = (p: number) => {
    let [low, high] = [0, Math.max(mean, 1e-9)];
    while (cdf(high) < p) high *= 2;
    for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
      const middle = (low + high) / 2;
      if (cdf(middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { part: q, mean, low: quantile(0.05), high: quantile(0.95) };
}
