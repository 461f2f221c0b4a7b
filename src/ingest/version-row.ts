import { identifier, literal } from "../duck/identifier.ts";
import { RECORDS } from "../warehouse/records.ts";
import type { Choice } from "./choose.ts";
import type { CodeTable } from "./codes.ts";
import { sourceOf } from "./key.ts";
import type { FieldRule } from "./profile.ts";
import type { Typed } from "./typed.ts";
import { captionOf } from "./typing.ts";

/** How a row of `fw_row` is written as a version. */
export interface VersionRow {
  /** The columns that it fills. */
  readonly names: readonly string[];
  /** SELECT list of them, with a comma before each. */
  readonly columns: string;
  /** The joins with the tables of codes that the list needs. */
  readonly joins: string;
}

/** SQL of a row of `fw_row` as a version: its fields with their codes, and `unread` where it has cells that no field holds. */
export function versionRow(choice: Choice, prepared: Typed & { readonly codes: readonly CodeTable[] }): VersionRow {
  const coded = new Map(prepared.codes.map(({ field, table }) => [field, table]));
  const values = new Map<string, string>();
  for (const { name } of RECORDS[choice.layout.record]) {
    if (!prepared.fields.includes(name)) continue;
    const table = coded.get(name);
    if (table !== undefined) values.set(name, `${table}.code`);
    // What the key says is not said twice.
    else if (name === "native_id") {
      values.set(
        name,
        `CASE WHEN record_key <> ${literal(`${sourceOf(choice)}:`)} || f_native_id THEN f_native_id END`,
      );
    } else values.set(name, identifier(`f_${name}`));
  }
  // Words that are no code, and that no other field keeps, are kept with what is unread.
  const unknown = prepared.codes
    .filter(({ column, field }) => column === `t_${field}`)
    .map(({ table, column, field }) => {
      const words = `${literal(`${captionOf(choice, choice.layout.fields[field] as FieldRule)}=`)} || ${identifier(column)}`;
      return `CASE WHEN ${table}.code IS NULL AND ${identifier(column)} IS NOT NULL THEN [${words}] END`;
    });
  if (unknown.length > 0) {
    const joined = `list_concat(unread, ${unknown.join(", ")})`;
    values.set(
      "unread",
      `CASE WHEN coalesce(${[...unknown, "NULL"].join(", ")}) IS NULL THEN unread ELSE ${joined} END`,
    );
  } else if (prepared.unread) values.set("unread", "unread");
  return {
    names: [...values.keys()],
    columns: [...values].map(([name, sql]) => `, ${sql} AS ${identifier(name)}`).join(""),
    joins: prepared.codes
      .map(({ table, column }) => `LEFT JOIN ${table} ON ${table}.raw = ${identifier(column)}`)
      .join(" "),
  };
}
