import { identifier, literal } from "../duck/identifier.ts";
import { type Field, MONEY_FIELDS, RECORDS } from "../warehouse/records.ts";
import { sourcesOf, textOf, value } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { CodeTable } from "./codes.ts";
import type { FieldRule } from "./profile.ts";

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

/**
 * How a layout's cells become a record, in three steps, each a SELECT over the one before, so that no cell is read
 * twice: the text of each field (`t_…`), what it reads as (`v_…`), and the field itself with the checks of its cell.
 */
export interface Typing {
  readonly texts: readonly Column[];
  readonly values: readonly Column[];
  readonly fields: readonly TypedField[];
  readonly checks: readonly Check[];
}

/** No complaint system held dates before this one; a date before it is a slip of the keyboard. */
const EARLIEST = "TIMESTAMP '1990-01-01'";
/** Above a trillion an amount is no complaint's. */
const LARGEST = "1000000000000";

/**
 * SQL of a date: as it stands, or else with its width and white space put right, an ISO `T` taken as a space and fractions
 * of seconds left out. Formats without separators count only for cells of just so many digits: 2026111 is no date.
 */
function dateSql(choice: Choice, text: string): string {
  const compact = choice.profile.dates.filter((format) => /^(%[A-Za-z])+$/u.test(format));
  const separated = choice.profile.dates.filter((format) => !compact.includes(format));
  const parse = (sql: string, formats: readonly string[]) =>
    `try_strptime(${sql}, [${formats.map(literal).join(", ")}])`;
  const tidy = `regexp_replace(regexp_replace(fw_tidy(${text}), '^([0-9]{4}-[0-9]{2}-[0-9]{2})T', '\\1 '), '\\.[0-9]+$', '')`;
  const parts = separated.length > 0 ? [parse(text, separated), parse(tidy, separated)] : [];
  for (const format of compact) {
    const digits = (format.match(/%/gu)?.length ?? 0) * 2 + (format.includes("%Y") ? 2 : 0);
    parts.push(
      `CASE WHEN regexp_full_match(fw_tidy(${text}), '[0-9]{${digits}}') THEN ${parse(`fw_tidy(${text})`, [format])} END`,
    );
  }
  // strptime knows words such as "infinity"; a date begins with a digit.
  return `CASE WHEN regexp_matches(fw_tidy(${text}), '^[0-9]') THEN coalesce(${parts.join(", ")}) END`;
}

interface Draft {
  readonly texts: Column[];
  readonly values: Column[];
  readonly fields: TypedField[];
  readonly checks: Check[];
}

/**
 * Builds the SQL that types a layout's cells. `now` is the moment of loading in the bureau's zone (local, ISO): an event
 * cannot be dated after its end of day; limits (…_due, due) may.
 */
export function typeFields(choice: Choice, codes: readonly CodeTable[], now: string): Typing {
  const draft: Draft = { texts: [], values: [], fields: [], checks: [] };
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
    const text = identifier(`t_${field.name}`);
    draft.texts.push({ name: `t_${field.name}`, sql });
    if (rule.required) check("missing", `CASE WHEN ${text} IS NULL THEN 'missing_required' END`);
    const code = codes.find((table) => table.field === field.name);
    if (code) {
      draft.fields.push({ field, sql: `${code.table}.code` });
      if (rule.strict)
        check("code", `CASE WHEN ${text} IS NOT NULL AND ${code.table}.code IS NULL THEN 'unknown_code' END`);
      continue;
    }
    typeField(choice, field, rule, text, now, draft, check);
  }
  addMoneyBases(choice, draft.fields);
  return draft;
}

/** The caption under which a field's fault is told: as it stands in the file. */
export function captionOf(choice: Choice, rule: FieldRule): string {
  const [source] = sourcesOf(choice, rule);
  if (source === undefined) return [rule.from ?? []].flat()[0] ?? "";
  return (choice.header[source.column] as string).trim();
}

function typeField(
  choice: Choice,
  field: Field,
  rule: FieldRule,
  text: string,
  now: string,
  draft: Draft,
  check: (suffix: string, sql: string) => void,
): void {
  const { fields, values } = draft;
  const name = `v_${field.name}`;
  const value = identifier(name);
  switch (field.type) {
    case "TIMESTAMP": {
      const isLimit = /due$/u.test(field.name);
      const latest = isLimit
        ? `TIMESTAMP ${literal(now)} + INTERVAL 5 YEAR`
        : `date_trunc('day', TIMESTAMP ${literal(now)}) + INTERVAL 1 DAY`;
      values.push({ name, sql: dateSql(choice, text) });
      fields.push({ field, sql: value });
      const precision = RECORDS[choice.layout.record].find((other) => other.name === `${field.name}_precision`);
      if (precision) {
        const sql = `CASE WHEN ${value} IS NULL THEN NULL WHEN contains(${text}, ':') OR contains(${text}, '\uff1a') OR ${value} <> date_trunc('day', ${value}) THEN 'second' ELSE 'day' END`;
        fields.push({ field: precision, sql });
      }
      const late = isLimit ? "out_of_range" : "future_date";
      check(
        "date",
        `CASE WHEN ${text} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'not_a_date' WHEN ${value} < ${EARLIEST} THEN 'out_of_range' WHEN ${value} >= ${latest} THEN '${late}' END`,
      );
      break;
    }
    case "DECIMAL(18,2)": {
      values.push({ name, sql: amountSql(choice, rule) });
      fields.push({ field, sql: `try_cast(${value} AS DECIMAL(18,2))` });
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
    case "BOOLEAN": {
      values.push({ name, sql: rule.matches === undefined ? `fw_flag(${text})` : matchSql(choice, rule) });
      fields.push({ field, sql: value });
      if (rule.strict) check("code", `CASE WHEN ${text} IS NOT NULL AND ${value} IS NULL THEN 'unknown_code' END`);
      break;
    }
    default:
      fields.push({ field, sql: text });
      // A spreadsheet has cut off the end of the number: different tickets would become one.
      if (field.name === "native_id") {
        check(
          "digits",
          `CASE WHEN regexp_full_match(${text}, '[0-9]([.][0-9]+)?[eE][+]?[0-9]+') THEN 'out_of_range' END`,
        );
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

/** The first of a rule's columns that has a value, as an amount in that column's own unit or else the profile's. */
function amountSql(choice: Choice, rule: FieldRule): string {
  const usual = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }[rule.unit ?? "元"];
  const cases = sourcesOf(choice, rule).map(({ caption, column }) => {
    const cell = value(column);
    return `WHEN ${cell} IS NOT NULL THEN fw_amount(${cell}, ${choice.columns.factor.get(caption) ?? usual})`;
  });
  return `CASE ${cases.join(" ")} END`;
}

/** An amount's basis follows from the amount: a pre-filled zero is told apart from a missing one. */
function addMoneyBases(choice: Choice, fields: TypedField[]): void {
  if (choice.layout.record !== "ticket") return;
  for (const name of MONEY_FIELDS) {
    const amount = fields.find((typed) => typed.field.name === name);
    const basis = RECORDS.ticket.find((field) => field.name === `${name}_basis`);
    if (!amount || !basis) continue;
    fields.push({
      field: basis,
      sql: `CASE WHEN ${amount.sql} IS NULL THEN 'not_recorded' WHEN ${amount.sql} = 0 THEN 'zero_stated' ELSE 'stated' END`,
    });
  }
}

/** A SELECT list of columns with a comma before each, to stand behind others. */
export function columnList(columns: readonly Column[]): string {
  return columns.map(({ name, sql }) => `, ${sql} AS ${identifier(name)}`).join("");
}

/** The typed table's own columns: fields as `f_…`, checks as `e_…`. */
export function typedColumns(typing: Typing): Column[] {
  return [...typing.fields.map(({ field, sql }) => ({ name: `f_${field.name}`, sql })), ...typing.checks];
}
