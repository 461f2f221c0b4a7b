import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws from the distributions of the simulations; the same seed gives the same draws on every machine. */
export interface Random {
  /** 0 ≤ u < 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  poisson(mean: number): number;
  /** Negative binomial with variance phi · mean; Poisson where phi ≤ 1. */
  count(mean: number, phi: number): number;
}

/** A seeded source of random draws. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  /** Marsaglia & Tsang (2000); shapes under 1 through U^(1/shape). */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const v = (1 + c * z) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** By inversion; large means in parts, so that e^−mean does not vanish. */
  function poisson(mean: number): number {
    let count = 0;
    let left = mean;
    while (left > 0) {
      const part = Math.min(left, 200);
      left -= part;
      let mass = Math.exp(-part);
      let u = uniform();
      let k = 0;
      while (u > mass && mass > 0) {
        u -= mass;
        k += 1;
        mass *= part / k;
      }
      count += k;
    }
    return count;
  }

  function count(mean: number, phi: number): number {
    if (phi <= 1) return poisson(mean);
    return mean > 0 ? poisson(gamma(mean / (phi - 1)) * (phi - 1)) : 0;
  }

  return { uniform, normal, poisson, count };
}
