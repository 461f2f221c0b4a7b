/** Stands between the texts of a digest, for an absent text, and before a sign that means itself. */
const BETWEEN = "chr(31)";
const ABSENT = "chr(30)";

/**
 * SQL of texts joined so that no two lists of texts give the same: NULL and '' are told apart. `control` says that the
 * signs which this needs may stand in the texts themselves.
 */
export function joinedSql(texts: readonly string[], control: boolean): string {
  const escaped = (text: string) =>
    control ? `replace(replace(${text}, ${ABSENT}, ${ABSENT} || '0'), ${BETWEEN}, ${ABSENT} || '1')` : text;
  return `concat_ws(${[BETWEEN, ...texts.map((text) => `coalesce(${escaped(text)}, ${ABSENT})`)].join(", ")})`;
}
