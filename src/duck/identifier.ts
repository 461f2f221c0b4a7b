/**
 * Quotes a name (table, column, struct field) for SQL. With {@link literal} the only way in which text from outside
 * may become part of a statement where DuckDB takes no parameter; everything else is bound as `$1`, `$2`, ….
 */
export function identifier(name: string): string {
  if (name.includes("\0")) throw new TypeError("a name in SQL cannot hold a NUL character");
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a text as an SQL string literal, for the few places without parameters (DDL, COPY targets, options). */
export function literal(text: string): string {
  if (text.includes("\0")) throw new TypeError("a text in SQL cannot hold a NUL character");
  return `'${text.replaceAll("'", "''")}'`;
}
