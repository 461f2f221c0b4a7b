const EULER = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ζ(k) − 1 for k = 2, 3, …: Euler–Maclaurin with the tail from n = 50. */
const ZETA_MINUS_ONE = Array.from({ length: 40 }, (_, index) => {
  const k = index + 2;
  const n = 50;
  let sum = 0;
  for (let i = n - 1; i >= 2; i--) sum += i ** -k;
  const tail = n ** (1 - k) / (k - 1) + n ** -k / 2 + (k * n ** (-k - 1)) / 12;
  const third = k * (k + 1) * (k + 2) * n ** (-k - 3);
  return sum + tail - third / 720 + (third * (k + 3) * (k + 4)) / (n * n) / 30240;
});

/** ln Γ(2 + z) for |z| ≤ 1/2 (Abramowitz & Stegun 6.1.33): it keeps all digits next to the roots 1 and 2. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) {
    const k = i + 2;
    sum = -z * sum + (ZETA_MINUS_ONE[i] as number) / k;
  }
  return z * (1 - EULER) + z * z * sum;
}

/** The tail of Stirling's series, 1/(12 x) − 1/(360 x³) + …, for x ≥ 10 (Abramowitz & Stegun 6.1.41). */
function stirlingSeries(x: number): number {
  const r = 1 / (x * x);
  const inner = 1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))));
  return (1 / 12 - r * (1 / 360 - r * inner)) / x;
}

/**
 * ln Γ(x) for x > 0; NaN for x ≤ 0. Relative error below 1e-14, also next to its roots at 1 and 2.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return logGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x <= 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x <= 2.5) return logGammaNearTwo(x - 2);
  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingSeries(shifted) - Math.log(product);
}

/**
 * ln Γ(x + 1) − [(x + 1/2) ln x − x + ln √(2π)]: what Stirling's formula misses for x > 0 (Loader 2000, `stirlerr`).
 */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}
