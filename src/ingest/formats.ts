/** The date of a strptime format: its parts in their order (`y`, `m`, `d`) and the sign between them. */
export interface DateOrder {
  readonly separator: string;
  readonly order: string;
  /** Whether a year of four digits leads, so that no other order can be taken for it. */
  readonly yearFirst: boolean;
}

/** Reads the order of a format such as `%m/%d/%Y %H:%M`; null where its parts stand without one sign between them. */
export function dateOrder(format: string): DateOrder | null {
  const found = /^%([Yymd])([^%\p{L}\p{N}\s]+)%([Yymd])\2%([Yymd])/u.exec(format.replaceAll("%-", "%"));
  if (!found) return null;
  const [, first, separator, second, third] = found as unknown as [string, string, string, string, string];
  const order = `${first}${second}${third}`.toLowerCase();
  if (new Set(order).size !== 3) return null;
  return { separator, order, yearFirst: first === "Y" };
}

/**
 * The first two formats of a list that read one text as different days, as `%m/%d/%Y` and `%d/%m/%Y` do: which of them came
 * first would decide in silence. Null where there are none.
 */
export function contradictoryFormats(formats: readonly string[]): readonly [string, string] | null {
  const seen = new Map<string, { format: string; order: string }>();
  for (const format of formats) {
    const read = dateOrder(format);
    if (read === null) continue;
    const kind = `${read.yearFirst ? "Y" : "y"}${read.separator}`;
    const other = seen.get(kind);
    if (other === undefined) seen.set(kind, { format, order: read.order });
    else if (other.order !== read.order) return [other.format, format];
  }
  return null;
}
