/** How a count fills up with age, from a reporting triangle. */
export interface Ladder {
  /** Element d: what the counts at age d + 1 are, for each one at age d. */
  readonly factors: Float64Array;
  /** Element d: the part that is in at age d, 0 to 1; 1 at the last age. */
  readonly completeness: Float64Array;
}

/**
 * The chain ladder (Mack 1993, ASTIN Bull 23:213): each development factor is the sum of the cumulated counts at age d + 1 over
 * that at age d, over the rows in which both are known; completeness at age d is the product of the inverse factors from d on.
 * @param increments one row a day of reference, the oldest first: what came in at age 0, 1, …; NaN where that age is not yet
 * reached. All rows of the same length.
 */
export function chainLadder(increments: readonly ArrayLike<number>[]): Ladder {
  const ages = increments[0]?.length ?? 0;
  const factors = new Float64Array(Math.max(0, ages - 1)).fill(1);
  for (let age = 0; age + 1 < ages; age++) {
    let [before, after] = [0, 0];
    for (const row of increments) {
      const next = row[age + 1] as number;
      if (Number.isNaN(next)) continue;
      let sum = 0;
      for (let d = 0; d <= age; d++) sum += row[d] as number;
      before += sum;
      after += sum + next;
    }
    factors[age] = before > 0 ? after / before : 1;
  }
  const completeness = new Float64Array(ages).fill(1);
  for (let age = ages - 2; age >= 0; age--)
    completeness[age] = (completeness[age + 1] as number) / (factors[age] as number);
  return { factors, completeness };
}
