import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { contradictoryFormats } from "./formats.ts";
import type { Profile } from "./profile.ts";
import type { ProfileFile } from "./profile-files.ts";

type Key = readonly (string | number)[];

/** Stands among the date formats for the day numbers of spreadsheets, and is no format of strptime. */
const DAY_NUMBERS = "excel";

interface Expression {
  readonly key: Key;
  readonly text: string;
  readonly kind: "pattern" | "format";
}

function* formatsOf(formats: readonly string[], key: Key): Iterable<Expression> {
  for (const [i, text] of formats.entries()) {
    if (text !== DAY_NUMBERS) yield { key: [...key, i], text, kind: "format" };
  }
}

/** All regular expressions and date formats of a profile, with their keys. */
function* expressionsOf(profile: Profile): Iterable<Expression> {
  yield* formatsOf(profile.dates, ["dates"]);
  for (const [i, layout] of profile.layouts.entries()) {
    yield* formatsOf(layout.dates ?? [], ["layouts", i, "dates"]);
    for (const [caption, text] of Object.entries(layout.looks))
      yield { key: ["layouts", i, "looks", caption], text, kind: "pattern" };
    for (const [name, rule] of Object.entries(layout.fields)) {
      const at = (...rest: string[]): Key => ["layouts", i, "fields", name, ...rest];
      if (rule.strip !== undefined) yield { key: at("strip"), text: rule.strip, kind: "pattern" };
      if (rule.unless !== undefined) yield { key: at("unless"), text: rule.unless, kind: "pattern" };
      if (typeof rule.matches === "string") yield { key: at("matches"), text: rule.matches, kind: "pattern" };
      else
        for (const [caption, text] of Object.entries(rule.matches ?? {}))
          yield { key: at("matches", caption), text, kind: "pattern" };
    }
  }
}

/** Why DuckDB cannot use an expression; null where it can. */
async function faultOf(duck: Duck, { text, kind }: Expression): Promise<string | null> {
  if (text.includes("\0")) return "NUL";
  const sql = kind === "pattern" ? `regexp_matches('', ${literal(text)})` : `try_strptime('', ${literal(text)})`;
  try {
    await duck.row(`SELECT ${sql} AS read`);
    return null;
  } catch (error) {
    return (String((error as Error).message).split("\n")[0] ?? "").replace(/^[A-Za-z ]+Error: /u, "");
  }
}

/** The line of a key in a YAML file; that of the innermost key that stands there. */
async function lineOf(file: string, key: Key): Promise<number | null> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), { lineCounter: lines });
  for (let depth = key.length; depth > 0; depth--) {
    const node = document.getIn(key.slice(0, depth), true) as { range?: [number, number, number] } | null | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

async function fault(
  file: string,
  key: Key,
  value: string,
  told: "profile.pattern" | "profile.format" | "profile.orders",
  params: Record<string, string>,
): Promise<ForewarnError> {
  const line = await lineOf(file, key);
  const place = { file, ...(line === null ? {} : { line }), column: key.join("."), value };
  return new ForewarnError(told, params, { place });
}

/**
 * Has DuckDB compile every regular expression and date format of profiles, as it will when a file is loaded: its
 * expressions are those of RE2, which knows no lookahead, lookbehind or back reference. Formats that read one text as
 * different days are refused too.
 * @throws ForewarnError `profile.pattern`, `profile.format` or `profile.orders` naming file, line, key and value
 */
export async function checkExpressions(duck: Duck, profiles: readonly ProfileFile[]): Promise<void> {
  for (const { file, profile } of profiles) {
    for (const expression of expressionsOf(profile)) {
      const reason = await faultOf(duck, expression);
      if (reason !== null)
        throw await fault(file, expression.key, expression.text, `profile.${expression.kind}`, { reason });
    }
    const lists: [readonly string[], Key][] = [
      [profile.dates, ["dates"]],
      ...profile.layouts.map((layout, i): [readonly string[], Key] => [layout.dates ?? [], ["layouts", i, "dates"]]),
    ];
    for (const [formats, key] of lists) {
      const pair = contradictoryFormats(formats);
      if (pair === null) continue;
      const [first, second] = pair;
      throw await fault(file, [...key, formats.indexOf(second)], second, "profile.orders", { first, second });
    }
  }
}
