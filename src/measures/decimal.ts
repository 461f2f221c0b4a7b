/** Decimal texts ("328442.00") as exact fractions: no figure that is printed goes through a float. */

interface Fraction {
  readonly top: bigint;
  /** Greater than zero. */
  readonly bottom: bigint;
}

function fraction(text: string): Fraction {
  const [, sign, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new TypeError(`not a decimal number: ${text}`);
  const digits = BigInt(whole + part);
  return { top: sign === "-" ? -digits : digits, bottom: 10n ** BigInt(part.length) };
}

/** The fraction with `places` decimals, halves away from zero, as official rounding (四舍五入) has it. */
function print({ top, bottom }: Fraction, places: number): string {
  const size = top < 0n ? -top : top;
  const scaled = (size * 10n ** BigInt(places) * 2n + bottom) / (2n * bottom);
  const digits = String(scaled).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return top < 0n && scaled !== 0n ? `-${text}` : text;
}

/** A decimal text with `places` decimals. */
export function fixed(text: string, places: number): string {
  return print(fraction(text), places);
}

/** top ÷ bottom with `places` decimals; null where bottom is not positive. */
export function ratio(top: string, bottom: string, places: number): string | null {
  const [a, b] = [fraction(top), fraction(bottom)];
  if (b.top <= 0n) return null;
  return print({ top: a.top * b.bottom, bottom: a.bottom * b.top }, places);
}

/** (now − before) ÷ before with `places` decimals; null where before is not positive. */
export function growth(now: string, before: string, places: number): string | null {
  const [a, b] = [fraction(now), fraction(before)];
  if (b.top <= 0n) return null;
  return print({ top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.top }, places);
}

/** The difference of two shares, top ÷ bottom each, with `places` decimals; null where either is none. */
export function gap(
  now: { readonly top: string; readonly bottom: string },
  before: { readonly top: string; readonly bottom: string },
  places: number,
): string | null {
  const [a, b, c, d] = [fraction(now.top), fraction(now.bottom), fraction(before.top), fraction(before.bottom)];
  if (b.top <= 0n || d.top <= 0n) return null;
  const [n, m] = [
    { top: a.top * b.bottom, bottom: a.bottom * b.top },
    { top: c.top * d.bottom, bottom: c.bottom * d.top },
  ];
  return print({ top: n.top * m.bottom - m.top * n.bottom, bottom: n.bottom * m.bottom }, places);
}

/** The product of two decimal texts, in full. */
export function times(a: string, b: string): string {
  const [one, other] = [fraction(a), fraction(b)];
  const bottom = one.bottom * other.bottom;
  return print({ top: one.top * other.top, bottom }, String(bottom).length - 1);
}
