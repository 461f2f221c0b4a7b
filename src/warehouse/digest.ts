/** Stands between the texts of a digest, for an absent text, and before a sign that means itself. */
const BETWEEN = "chr(31)";
const ABSENT = "chr(30)";

function escaped(text: string): string {
  return `replace(replace(${text}, ${ABSENT}, ${ABSENT} || '0'), ${BETWEEN}, ${ABSENT} || '1')`;
}

/**
 * SQL of texts joined so that no two lists of texts give the same: NULL and '' are told apart. `control` says that the
 * signs which this needs may stand in the texts themselves.
 */
export function joinedSql(texts: readonly string[], control: boolean): string {
  return `concat_ws(${[BETWEEN, ...texts.map((text) => `coalesce(${control ? escaped(text) : text}, ${ABSENT})`)].join(", ")})`;
}

/**
 * SQL of named texts joined so that no two sets of them give the same. What is NULL takes no part, so that a name which
 * comes later changes nothing where it has no value.
 */
export function namedSql(texts: Readonly<Record<string, string>>): string {
  const parts = Object.entries(texts).map(([name, text]) => `'${name}=' || ${escaped(text)}`);
  return `concat_ws(${[BETWEEN, ...parts].join(", ")})`;
}
