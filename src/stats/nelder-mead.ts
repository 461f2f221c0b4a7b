export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * Looks for the minimum of a function of a few variables without derivatives (Nelder & Mead 1965), from `start` with a simplex
 * of edge `step`; ends when the values of its corners differ by less than `tolerance` (relatively) or after `most` steps.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-12, most = 5000 } = {},
): Minimum {
  const corner = (at: readonly number[]): Minimum => {
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x))))];
  const move = (from: readonly number[], centre: readonly number[], by: number) =>
    corner(centre.map((x, i) => x + by * ((from[i] as number) - x)));
  for (let i = 0; i < most; i++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Minimum, simplex.at(-1) as Minimum];
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
    const rest = simplex.slice(0, -1);
    const centre = start.map((_, j) => rest.reduce((sum, { at }) => sum + (at[j] as number), 0) / rest.length);
    const reflected = move(worst.at, centre, -1);
    if (reflected.value < best.value) {
      const expanded = move(worst.at, centre, -2);
      simplex = [...rest, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < (rest.at(-1) as Minimum).value) simplex = [...rest, reflected];
    else {
      const inner = reflected.value < worst.value ? move(reflected.at, centre, 0.5) : move(worst.at, centre, 0.5);
      if (inner.value < Math.min(reflected.value, worst.value)) simplex = [...rest, inner];
      else simplex = [best, ...simplex.slice(1).map(({ at }) => move(at, best.at, 0.5))];
    }
  }
  return simplex.sort((a, b) => a.value - b.value)[0] as Minimum;
}
