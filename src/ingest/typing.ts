import { identifier, literal } from "../duck/identifier.ts";
import { type Field, RECORDS } from "../warehouse/records.ts";
import { sourcesOf, textOf, value } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { FieldRule } from "./profile.ts";
import { isTidy, type TraitedTable, traitsOf, traitsOfField } from "./traits.ts";

/** One check of one field: SQL of its code, NULL where the cell passes, and where the fault is told to lie. */
export interface Check {
  readonly field: string;
  readonly caption: string;
  /** Name of the column of the typed table that holds the code. */
  readonly name: string;
  readonly sql: string;
}

export interface Column {
  readonly name: string;
  readonly sql: string;
}

export interface TypedField {
  readonly field: Field;
  readonly sql: string;
}

/** A field whose words become a code once all the words of the table are known. */
export interface CodedField {
  readonly field: Field;
  readonly rule: FieldRule;
  /** SQL of its words before they are a code. */
  readonly text: string;
}

/**
 * How a layout's cells become a record, in three steps, each a SELECT over the one before, so that no cell is read
 * twice: the text of each field (`t_…`), what it reads as (`v_…`), and the field itself with the checks of its cell.
 */
export interface Typing {
  readonly texts: readonly Column[];
  readonly values: readonly Column[];
  readonly fields: readonly TypedField[];
  readonly coded: readonly CodedField[];
  readonly checks: readonly Check[];
}

/** No complaint system held dates before this one; a date before it is a slip of the keyboard. */
const EARLIEST = "TIMESTAMP '1990-01-01'";
/** Above a trillion an amount is no complaint's. */
const LARGEST = "1000000000000";

/** The formats of a layout's dates. */
export function datesOf({ profile, layout }: Choice): readonly string[] {
  return layout.dates ?? profile.dates;
}

/** Days are numbered by spreadsheets from the last day of 1899 on, counting a 29 February 1900 that never was. */
const EXCEL_DAY_0 = "TIMESTAMP '1899-12-30'";

/**
 * SQL of a date: as it stands, or else with its width and white space put right, an ISO `T` taken as a space and fractions
 * of seconds left out. Formats without separators count only for cells of just so many digits: 2026111 is no date. The
 * hour 24 is the end of its day.
 */
export function dateSql(formats: readonly string[], text: string, tidy: boolean): string {
  const compact = formats.filter((format) => /^(%[A-Za-z])+$/u.test(format));
  const separated = formats.filter((format) => !compact.includes(format) && format !== "excel");
  const parse = (sql: string, list: readonly string[]) => `try_strptime(${sql}, [${list.map(literal).join(", ")}])`;
  const plain = tidy ? text : `fw_tidy(${text})`;
  const bare = `regexp_replace(regexp_replace(${plain}, '^([0-9]{4}-[0-9]{2}-[0-9]{2})T', '\\1 '), '\\.[0-9]+$', '')`;
  const parts: string[] = [];
  if (separated.length > 0) {
    // What the most usual forms look like is read by a cast, in half the time.
    for (const [format, like] of [
      ["%Y-%m-%d %H:%M:%S", "____-__-__ __:__:__"],
      ["%Y-%m-%d", "____-__-__"],
    ] as const) {
      if (separated.includes(format)) {
        parts.push(`CASE WHEN ${text} LIKE ${literal(like)} THEN try_cast(${text} AS TIMESTAMP) END`);
        break;
      }
    }
    parts.push(parse(text, separated), parse(bare, separated));
    parts.push(
      `CASE WHEN regexp_matches(${plain}, '[ T]24:00(:00)?$') THEN ${parse(`regexp_replace(${bare}, '24:00(:00)?$', '00:00\\1')`, separated)} + INTERVAL 1 DAY END`,
    );
  }
  for (const format of compact) {
    const digits = (format.match(/%/gu)?.length ?? 0) * 2 + (format.includes("%Y") ? 2 : 0);
    parts.push(`CASE WHEN regexp_full_match(${plain}, '[0-9]{${digits}}') THEN ${parse(plain, [format])} END`);
  }
  if (formats.includes("excel")) {
    parts.push(
      `CASE WHEN regexp_full_match(${plain}, '[1-9][0-9]{4}([.][0-9]+)?') THEN ${EXCEL_DAY_0} + to_seconds(round(CAST(${plain} AS DOUBLE) * 86400)) END`,
    );
  }
  if (parts.length === 0) return "NULL::TIMESTAMP";
  // strptime knows words such as "infinity"; a date begins with a digit. (`:` comes after 9.)
  return `CASE WHEN (${text} >= '0' AND ${text} < ':')${tidy ? "" : ` OR regexp_matches(fw_tidy(${text}), '^[0-9]')`} THEN coalesce(${parts.join(", ")}) END`;
}

interface Draft {
  readonly texts: Column[];
  readonly values: Column[];
  readonly fields: TypedField[];
  readonly coded: CodedField[];
  readonly checks: Check[];
}

/**
 * Builds the SQL that types a layout's cells. `now` is the moment of loading in the bureau's zone (local, ISO): an event
 * cannot be dated after its end of day; limits (…_due, due) may. Dates of `distrusted` fields are faults, whatever they read as.
 */
export function typeFields(
  choice: Choice,
  table: TraitedTable,
  now: string,
  distrusted: ReadonlySet<string> = new Set(),
): Typing {
  const draft: Draft = { texts: [], values: [], fields: [], coded: [], checks: [] };
  for (const field of RECORDS[choice.layout.record]) {
    const rule = choice.layout.fields[field.name];
    if (rule === undefined) continue;
    if (rule.const !== undefined) {
      const value = typeof rule.const === "boolean" ? String(rule.const) : literal(rule.const);
      draft.fields.push({ field, sql: `CAST(${value} AS ${field.type})` });
      continue;
    }
    const caption = captionOf(choice, rule);
    const check = (suffix: string, sql: string) =>
      draft.checks.push({ field: field.name, caption, name: `e_${field.name}_${suffix}`, sql });
    const sql = textOf(choice, rule);
    if (sql === null) {
      if (rule.required) check("missing", "'missing_required'");
      continue;
    }
    // A code and the words for it are filled from one cell.
    const same = draft.texts.find((other) => other.sql === sql);
    const text = identifier(same?.name ?? `t_${field.name}`);
    if (!same) draft.texts.push({ name: `t_${field.name}`, sql });
    if (rule.required) check("missing", `CASE WHEN ${text} IS NULL THEN 'missing_required' END`);
    if (rule.lookup !== undefined || rule.values !== undefined) {
      draft.coded.push({ field, rule, text });
      continue;
    }
    typeField({ choice, table, field, rule, text, now, distrusted: distrusted.has(field.name) }, draft, check);
  }
  return draft;
}

/** The caption under which a field's fault is told: as it stands in the file. */
export function captionOf(choice: Choice, rule: FieldRule): string {
  const [source] = sourcesOf(choice, rule);
  if (source === undefined) return [rule.from ?? []].flat()[0] ?? "";
  return (choice.header[source.column] as string).trim();
}

interface Cell {
  readonly choice: Choice;
  readonly table: TraitedTable;
  readonly field: Field;
  readonly rule: FieldRule;
  readonly text: string;
  readonly now: string;
  readonly distrusted: boolean;
}

function typeField(cell: Cell, draft: Draft, check: (suffix: string, sql: string) => void): void {
  const { choice, table, field, rule, text, now } = cell;
  const { fields, values } = draft;
  const traits = traitsOfField(table, choice, rule);
  const name = `v_${field.name}`;
  const value = identifier(name);
  switch (field.type) {
    case "TIMESTAMP": {
      const isLimit = /due$/u.test(field.name);
      const latest = isLimit
        ? `TIMESTAMP ${literal(now)} + INTERVAL 5 YEAR`
        : `date_trunc('day', TIMESTAMP ${literal(now)}) + INTERVAL 1 DAY`;
      values.push({ name, sql: dateSql(datesOf(choice), text, isTidy(traits)) });
      fields.push({ field, sql: value });
      const precision = RECORDS[choice.layout.record].find((other) => other.name === `${field.name}_precision`);
      if (precision) {
        // As the numbers that versions keep of a closed list: texts would be written and read again.
        const type = `ENUM (${(precision.choices ?? []).map(literal).join(", ")})`;
        const [day, second] = [`'day'::${type}`, `'second'::${type}`];
        const wide = isTidy(traits) ? "" : `WHEN contains(${text}, '\uff1a') THEN ${second} `;
        const sql = `CASE WHEN ${value} IS NULL THEN NULL WHEN contains(${text}, ':') THEN ${second} ${wide}WHEN ${value} <> date_trunc('day', ${value}) THEN ${second} ELSE ${day} END`;
        fields.push({ field: precision, sql });
      }
      const late = isLimit ? "out_of_range" : "future_date";
      check(
        "date",
        cell.distrusted
          ? `CASE WHEN ${text} IS NOT NULL THEN 'not_a_date' END`
          : `CASE WHEN ${text} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'not_a_date' WHEN ${value} < ${EARLIEST} THEN 'out_of_range' WHEN ${value} >= ${latest} THEN '${late}' END`,
      );
      break;
    }
    case "DECIMAL(18,2)": {
      values.push({ name, sql: amountSql(choice, table, rule) });
      fields.push({ field, sql: value });
      check(
        "amount",
        `CASE WHEN ${text} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'not_a_number' WHEN ${value} < 0 OR ${value} > ${LARGEST} THEN 'out_of_range' END`,
      );
      break;
    }
    case "DECIMAL(18,3)": {
      values.push({ name, sql: `fw_quantity(${text})` });
      fields.push({ field, sql: `try_cast(${value} AS DECIMAL(18,3))` });
      check(
        "number",
        `CASE WHEN ${text} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'not_a_number' WHEN ${value} < 0 OR ${value} > ${LARGEST} THEN 'out_of_range' END`,
      );
      break;
    }
    case "INTEGER": {
      values.push({ name, sql: `try_cast(fw_number(fw_word(${text})) AS INTEGER)` });
      fields.push({ field, sql: value });
      check(
        "number",
        `CASE WHEN ${text} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'not_a_number' WHEN ${value} < 0 THEN 'out_of_range' END`,
      );
      break;
    }
    case "BOOLEAN": {
      values.push({ name, sql: rule.matches === undefined ? `fw_flag(${text})` : matchSql(choice, rule) });
      fields.push({ field, sql: value });
      if (rule.strict) check("code", `CASE WHEN ${text} IS NOT NULL AND ${value} IS NULL THEN 'unknown_code' END`);
      break;
    }
    default:
      fields.push({ field, sql: text });
      // A spreadsheet has cut off the end of the number: different tickets would become one.
      if (field.name === "native_id" && !traits.numeric) {
        const short = `(contains(${text}, 'e') OR contains(${text}, 'E')) AND regexp_full_match(${text}, '[0-9]([.][0-9]+)?[eE][+]?[0-9]+')`;
        check("digits", `CASE WHEN ${short} THEN 'out_of_range' END`);
      }
  }
}

/**
 * True where any column of the rule matches its expression, else NULL: that a text does not speak of a thing does not deny
 * it, and must not outweigh another row that does.
 */
function matchSql(choice: Choice, rule: FieldRule): string {
  const matches = rule.matches;
  const tests = sourcesOf(choice, rule).flatMap(({ caption, column }) => {
    const expression = typeof matches === "string" ? matches : matches?.[caption];
    if (expression === undefined) return [];
    const text = `fw_tidy(${value(column)})`;
    const unless = rule.unless === undefined ? "" : ` AND NOT regexp_matches(${text}, ${literal(rule.unless)})`;
    return [`coalesce(regexp_matches(${text}, ${literal(expression)})${unless}, false)`];
  });
  return `CASE WHEN ${tests.join(" OR ") || "false"} THEN true END`;
}

/** SQL of a cell as an amount; `numeric` says that it holds no more than digits, points and minus signs. */
export function amountCellSql(cell: string, factor: number, numeric: boolean): string {
  const any = `fw_money(${cell}, ${factor})`;
  if (factor !== 1) return any;
  // Nearly all cells are plain numbers, which need no more than to be read; more than two digits behind the point do.
  if (numeric) {
    const short = `strlen(${cell}) - strpos(${cell}, '.') < 3 OR strpos(${cell}, '.') = 0`;
    return `coalesce(CASE WHEN ${short} THEN try_cast(${cell} AS DECIMAL(18,2)) END, ${any})`;
  }
  const plain = `regexp_full_match(${cell}, '-?[0-9]{1,15}([.][0-9]{1,2})?')`;
  return `CASE WHEN ${plain} THEN CAST(${cell} AS DECIMAL(18,2)) ELSE ${any} END`;
}

/** The first of a rule's columns that has a value, as an amount in that column's own unit or else the profile's. */
function amountSql(choice: Choice, table: TraitedTable, rule: FieldRule): string {
  const usual = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }[rule.unit ?? "元"];
  const sources = sourcesOf(choice, rule);
  const amounts = sources.map(({ caption, column }) => {
    const cell = value(column);
    const factor = choice.columns.factor.get(caption) ?? usual;
    return { cell, sql: amountCellSql(cell, factor, traitsOf(table, column).numeric) };
  });
  const [only] = amounts;
  if (only !== undefined && amounts.length === 1) return only.sql;
  return `CASE ${amounts.map(({ cell, sql }) => `WHEN ${cell} IS NOT NULL THEN ${sql}`).join(" ")} END`;
}

/** A SELECT list of columns with a comma before each, to stand behind others. */
export function columnList(columns: readonly Column[]): string {
  return columns.map(({ name, sql }) => `, ${sql} AS ${identifier(name)}`).join("");
}

/** The column of the typed table that holds the words of a coded field: that of a field with the same text, where there is one. */
export function wordsColumn(typing: Typing, coded: CodedField): string {
  const same = typing.fields.find(({ sql }) => sql === coded.text);
  return same ? `f_${same.field.name}` : `t_${coded.field.name}`;
}

/** The columns of the typed table: fields as `f_…`, the words of coded ones, where no field holds them, as `t_…`. */
export function typedColumns(typing: Typing): Column[] {
  const words = typing.coded
    .map((coded) => ({ name: wordsColumn(typing, coded), sql: coded.text }))
    .filter(({ name }) => name.startsWith("t_"));
  return [...typing.fields.map(({ field, sql }) => ({ name: `f_${field.name}`, sql })), ...words];
}
