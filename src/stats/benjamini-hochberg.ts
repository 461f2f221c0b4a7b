/**
 * Benjamini & Hochberg's (1995, JRSS B 57:289) adjusted p-values: rejecting where q ≤ α keeps the expected share of
 * false ones among the rejected at α or below. NaN stands for "not tested": it stays NaN and does not count.
 * @param p p-values in any order
 * @returns the q-value of each, in the same order
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const q = new Float64Array(p.length).fill(Number.NaN);
  const at = (index: number) => p[index] as number;
  const order: number[] = [];
  for (let i = 0; i < p.length; i++) if (!Number.isNaN(at(i))) order.push(i);
  order.sort((a, b) => at(b) - at(a));
  const tests = order.length;
  let least = 1;
  for (const [position, index] of order.entries()) {
    least = Math.min(least, at(index) * (tests / (tests - position)));
    q[index] = least;
  }
  return q;
}

/**
 * Benjamini & Yekutieli's (2001, Ann Stat 29:1165) adjusted p-values: those of Benjamini & Hochberg times Σ 1/i over the tests, which
 * keeps the share whatever the dependence between them, at the price of much power.
 */
export function benjaminiYekutieli(p: ArrayLike<number>): Float64Array {
  let tests = 0;
  for (let i = 0; i < p.length; i++) if (!Number.isNaN(p[i] as number)) tests += 1;
  let harmonic = 0;
  for (let i = 1; i <= tests; i++) harmonic += 1 / i;
  // At most 1 only after the running minimum, which the factor does not change.
  const raw = Float64Array.from(p, (one) => one * harmonic);
  return benjaminiHochberg(raw).map((q) => Math.min(q, 1));
}
