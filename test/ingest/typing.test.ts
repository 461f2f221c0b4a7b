import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { defineMacros } from "../../src/ingest/macros.ts";
import { amountCellSql, dateSql } from "../../src/ingest/typing.ts";

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
  await defineMacros(duck);
});
afterAll(() => duck.close());

/** What each expression over the column `t` gives for each text. */
async function both(texts: readonly string[], short: string, long: string): Promise<Record<string, unknown>[]> {
  return duck.rows(
    `SELECT t, CAST(${short} AS VARCHAR) AS short, CAST(${long} AS VARCHAR) AS long
     FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS t)`,
    [JSON.stringify(texts)],
  );
}

const text = (signs: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength }).map((found) => found.join(""));

test("amounts: the short way of numeric columns gives what the long way gives", async () => {
  const number = fc.oneof(
    text([..."0123456789.-"], 22),
    fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), text([..."0123456789"], 4))
      .map(([whole, part]) => `${whole}.${part}`),
  );
  // Beyond all measure both are: such an amount is rejected.
  const bounded = (value: unknown) => (Math.abs(Number(value)) > 1e12 ? Math.sign(Number(value)) : value);
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 50, maxLength: 50 }), async (texts) => {
      const known = [
        "5.",
        ".5",
        "-.5",
        "1.005",
        "--",
        "-",
        "1-2",
        "9999999999999999",
        "99999999999999999999",
        "0",
        "-3.10",
      ];
      const rows = await both([...known, ...texts], amountCellSql("t", 1, true), "fw_money(t, 1)");
      for (const row of rows) expect(bounded(row.short), String(row.t)).toBe(bounded(row.long));
    }),
    { numRuns: 40 },
  );
});

test("dates: the short way gives what the formats give", async () => {
  const two = fc.oneof(
    fc.integer({ min: 0, max: 62 }).map((value) => String(value).padStart(2, "0")),
    text([..."0123 -+:"], 2),
  );
  const date = fc
    .tuple(fc.oneof(fc.constantFrom("2026", "1899", "0000", "9999"), text([..."0123 -+"], 4)), two, two)
    .map((parts) => parts.join("-"));
  const any = fc.oneof(
    date,
    fc.tuple(date, two, two, two).map(([day, ...time]) => `${day} ${time.join(":")}`),
    text([..."0123456789-: "], 19),
  );
  const formats = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d"];
  // The hour 24 is the end of its day, whichever way it is read.
  const long = `CASE WHEN t[1] BETWEEN '0' AND '9' THEN coalesce(try_strptime(t, ['${formats.join("', '")}']),
    try_strptime(replace(t, ' 24:00:00', ' 00:00:00'), ['${formats.join("', '")}']) + INTERVAL 1 DAY,
    try_strptime(regexp_replace(t, '^([0-9]{4}-[0-9]{2}-[0-9]{2})T', '\\1 '), ['${formats.join("', '")}'])) END`;
  const sensible = (value: unknown) => (String(value) > "1000" && !String(value).includes("BC") ? value : null);
  await fc.assert(
    fc.asyncProperty(fc.array(any, { minLength: 100, maxLength: 100 }), async (texts) => {
      const known = [
        "2026-02-28 24:00:00",
        "2026-02-29",
        "2026-02-28 23:59:60",
        "2026-03-01T08:00:00",
        "infinity",
        "epoch",
      ];
      const rows = await both([...known, ...texts], dateSql(formats, "t", true), long);
      for (const row of rows) expect(sensible(row.short), String(row.t)).toBe(sensible(row.long));
    }),
    { numRuns: 40 },
  );
});
