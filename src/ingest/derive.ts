import { literal } from "../duck/identifier.ts";
import type { Choice } from "./choose.ts";
import { type TraitedTable, traitsOfField } from "./traits.ts";

/** SQL of a telephone's number: digits without separators and without the country's code. */
const PHONE = `CASE WHEN regexp_full_match(f_complainant_phone, '[02-9][0-9]{6,11}|1[0-9]{10}') THEN f_complainant_phone
  ELSE regexp_replace(regexp_replace(fw_tidy(f_complainant_phone), '[^0-9]', '', 'g'), '^(0086|86)(1[0-9]{10})$', '\\2') END`;

/** Names that stand for nobody in particular: whoever hides behind one is a person of their own. */
const NOBODY = [
  "匿名",
  "无名",
  "保密",
  "不详",
  "不愿透露",
  "不愿透露姓名",
  "未留姓名",
  "市民",
  "消费者",
  "先生",
  "女士",
  "anonymous",
];

/**
 * SQL of the number of people in a joint complaint 共同投诉, of which the form holds one name and how many there are:
 * 张某等12人, 张某等十余人. It is one ticket, and a lower bound where the form says so (余, 多).
 */
const PEOPLE = (() => {
  const found = (digits: string) =>
    `nullif(regexp_extract(fw_word(f_complainant_name), '等(${digits})(余|多)?(人|名|位|户)', 1), '')`;
  const hanzi = `CAST(fw_hanzi_amount(${found("[一二两三四五六七八九十百]+")}, 1) AS INTEGER)`;
  return `CASE WHEN contains(f_complainant_name, '等') THEN coalesce(try_cast(${found("[0-9]{1,4}")} AS INTEGER), ${hanzi}) END`;
})();

/** Fields of a ticket that follow from others of the same row: name to SQL over `f_…` columns; `present` are those there are. */
export function derivedColumns(choice: Choice, table: TraitedTable, present: ReadonlySet<string>): Map<string, string> {
  const derived = new Map<string, string>();
  if (choice.layout.record !== "ticket") return derived;
  const name = choice.layout.fields.respondent_name;
  // A key that is the same as the name is not kept: plain names have no other spelling.
  if (present.has("respondent_name") && name && !traitsOfField(table, choice, name).plain) {
    const signs = "[\\s()\\[\\].,\\-·\"'']";
    derived.set(
      "respondent_key",
      `nullif(nullif(regexp_replace(fw_word(f_respondent_name), '${signs}', '', 'g'), ''), f_respondent_name)`,
    );
  }
  const phone = present.has("complainant_phone")
    ? // A number of one repeated digit is typed to fill the form.
      `CASE WHEN length(${PHONE}) >= 7 AND replace(${PHONE}, left(${PHONE}, 1), '') <> '' THEN 'tel:' || ${PHONE} END`
    : "NULL";
  if (present.has("complainant_name") && !present.has("people")) derived.set("people", PEOPLE);
  const called = present.has("complainant_name")
    ? `CASE WHEN NOT list_contains(['', ${NOBODY.map(literal).join(", ")}], fw_word(f_complainant_name)) AND NOT contains(f_complainant_name, '*')
       THEN 'name:' || fw_word(f_complainant_name) END`
    : "NULL";
  if (phone !== "NULL" || called !== "NULL") derived.set("complainant_key", `coalesce(${phone}, ${called})`);
  return derived;
}
