import {
  DuckDBArrayType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  type DuckDBType,
  DuckDBTypeId,
  DuckDBUnionType,
} from "@duckdb/node-api";

/** A column of text, made of one of a Parquet file's or of a part of one. */
export interface TextColumn {
  readonly caption: string;
  /** SQL of its text, of the file's columns `c1`, `c2`, …. */
  readonly sql: string;
}

const WHOLE = "[-+]?[0-9]+\\.0";

/** SQL of a floating-point number in the fewest digits that mean it, without an exponent where it has no fraction. */
function floatText(sql: string): string {
  const whole = `abs(${sql}) < 1e38 AND ${sql} = trunc(${sql})`;
  const text = `CAST(${sql} AS VARCHAR)`;
  return `CASE WHEN regexp_full_match(${text}, '${WHOLE}') THEN ${text}[:-3] WHEN ${whole} THEN CAST(CAST(${sql} AS HUGEINT) AS VARCHAR) ELSE ${text} END`;
}

/** SQL of a value as text, NULL where it is NULL. */
function textOf(sql: string, type: DuckDBType): string {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return sql;
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return floatText(sql);
    case DuckDBTypeId.TIMESTAMP_TZ:
      // A moment, in UTC; a zone is no part of a cell.
      return `CAST(make_timestamp(epoch_us(${sql})) AS VARCHAR)`;
    case DuckDBTypeId.BLOB:
      // Older writers mark no column as text.
      return `coalesce(try(decode(${sql})), CAST(${sql} AS VARCHAR))`;
  }
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) {
    if (isNested(type.valueType)) return `CAST(to_json(${sql}) AS VARCHAR)`;
    return `array_to_string(list_transform(${sql}, lambda item: ${textOf("item", type.valueType)}), '; ')`;
  }
  return isNested(type) ? `CAST(to_json(${sql}) AS VARCHAR)` : `CAST(${sql} AS VARCHAR)`;
}

function isNested(type: DuckDBType): boolean {
  return [DuckDBListType, DuckDBArrayType, DuckDBStructType, DuckDBMapType, DuckDBUnionType].some(
    (nested) => type instanceof nested,
  );
}

/** The columns of text that a column becomes: structs are laid out flat, with dots between the names. */
export function textColumns(caption: string, sql: string, type: DuckDBType): TextColumn[] {
  if (!(type instanceof DuckDBStructType)) return [{ caption, sql: textOf(sql, type) }];
  return type.entryNames.flatMap((name, index) =>
    textColumns(`${caption}.${name}`, `struct_extract_at(${sql}, ${index + 1})`, type.entryTypes[index] as DuckDBType),
  );
}
