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
