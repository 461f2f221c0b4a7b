import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { ForewarnError, type Place } from "../errors.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Params } from "../i18n/translate.ts";

type Issue = z.core.$ZodIssue;
type Document = ReturnType<typeof parseDocument>;

/** A fault at a place of a file. */
export const fault = (key: MessageKey, params: Params, place: Place): ForewarnError =>
  new ForewarnError(key, params, { place });

const shown = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value);

/** The words for what a schema found. Zod's own sentences exist in one language only and speak of types. */
function explain(issue: Issue): [MessageKey, Params] {
  const field = issue.path.join(".");
  switch (issue.code) {
    case "custom": {
      const { key, params } = (issue.params ?? {}) as { key: MessageKey; params: Params };
      return [key, { ...params, field }];
    }
    case "unrecognized_keys":
      return ["warnings.unknownField", { field: issue.keys.join(", ") }];
    case "invalid_value":
      if (issue.input === undefined) return ["warnings.missing", { field }];
      return ["warnings.notOneOf", { field, list: issue.values.map(String).join(", ") }];
    case "invalid_format":
      return issue.format === "date" ? ["warnings.notADate", { field }] : ["warnings.wrongForm", { field }];
    case "invalid_type":
      return [issue.input === undefined ? "warnings.missing" : "warnings.wrongForm", { field }];
    case "too_small":
      return ["warnings.empty", { field }];
    default:
      return ["warnings.wrongForm", { field }];
  }
}

/** Line of what an issue speaks of; of the nearest thing around it where it is missing. */
function lineOf(document: Document, lines: LineCounter, issue: Issue): number | undefined {
  if (issue.code === "unrecognized_keys") {
    const map = issue.path.length === 0 ? document.contents : document.getIn(issue.path, true);
    const pair = isMap(map) ? map.items.find((item) => String(item.key) === issue.keys[0]) : undefined;
    if (pair && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
  }
  for (let path = issue.path; path.length > 0; path = path.slice(0, -1)) {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

/**
 * Reads YAML, of which JSON is a part, against a schema.
 * @returns the value, or every fault with file, line, field and value
 */
export function parseLocated<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): { value: T; faults: [] } | { value: null; faults: ForewarnError[] } {
  // What a program wrote is JSON, which is read many times as fast; where anything is wrong, the slow way says where.
  if (file.endsWith(".json")) {
    try {
      const quick = schema.safeParse(JSON.parse(text));
      if (quick.success) return { value: quick.data, faults: [] };
    } catch {}
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken)
    return {
      value: null,
      faults: [fault("warnings.notYaml", { reason: broken.code }, { file, line: lines.linePos(broken.pos[0]).line })],
    };
  let given: unknown;
  try {
    given = document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    return { value: null, faults: [fault("warnings.notYaml", { reason: String(cause) }, { file })] };
  }
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const line = lineOf(document, lines, issue);
    const value = issue.code === "unrecognized_keys" ? undefined : shown(valueAt(given, issue.path));
    return fault(...explain(issue), {
      file,
      ...(line === undefined ? {} : { line }),
      column: issue.path.join(".") || undefined,
      ...(value === undefined ? {} : { value }),
    } as Place);
  });
  return { value: null, faults };
}
