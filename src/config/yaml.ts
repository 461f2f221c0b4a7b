import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { ForewarnError } from "../errors.ts";

/**
 * Reads a YAML file that a person wrote and checks it.
 * @throws ForewarnError naming file, line and key of the first fault
 */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    throw new ForewarnError("config.syntax", { format: "YAML", reason: fault.message }, { place: { file, line } });
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.path ?? [];
  // The innermost key that stands in the file: a missing one has no place of its own.
  let line: number | undefined;
  for (let depth = keys.length; depth >= 0 && line === undefined; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(keys.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) line = lines.linePos(range[0]).line;
  }
  const reason = issue?.message ?? parsed.error.message;
  const place = {
    file,
    ...(line === undefined ? {} : { line }),
    ...(keys.length === 0 ? {} : { column: keys.join(".") }),
  };
  throw new ForewarnError("config.invalid", { reason }, { place });
}

/** As {@link readYaml}, but gives `fallback` where the file does not exist. */
export async function readYamlIfAny<T>(file: string, schema: z.ZodType<T>, fallback: T): Promise<T> {
  try {
    return await readYaml(file, schema);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return fallback;
    throw error;
  }
}
