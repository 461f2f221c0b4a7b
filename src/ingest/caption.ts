/** Units of money that a caption may carry, and how many of the currency's unit they are. */
export const MONEY_UNITS = { 元: 1, 千元: 1_000, 万元: 10_000, 百万元: 1_000_000, 亿元: 100_000_000 } as const;

export interface Caption {
  /** As it is compared: half-width, no white space, no unit, lower case. */
  readonly key: string;
  /** Factor of a unit in the caption, as 挽回经济损失(万元) has; null where it names none. */
  readonly factor: number | null;
}

/** Reads a column's caption as it stands in a file. */
export function readCaption(text: string): Caption {
  const bare = text.normalize("NFKC").replaceAll(/[\s\u200b\ufeff]+/gu, "");
  const unit = /[(:[]?(?:单位:)?(元|千元|万元|百万元|亿元)[)\]]?$/u.exec(bare);
  const bracketed = unit && /^[([:]/u.test(unit[0]);
  const key = (bracketed ? bare.slice(0, unit.index) : bare).toLowerCase();
  return { key, factor: bracketed ? MONEY_UNITS[unit[1] as keyof typeof MONEY_UNITS] : null };
}
