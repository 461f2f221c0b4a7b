import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A cell as the library has it: column, type (number, text, truth value, error, date), value, number format. */
export type StoredCell = readonly [number, "n" | "s" | "b" | "e" | "d", unknown, string | number | null];
/** A row counted from 0, and its cells that are not empty. */
export type StoredRow = readonly [number, readonly StoredCell[]];

/** What the process tells of a workbook, one after the other. */
export interface Message {
  readonly epoch1904?: boolean;
  /** A sheet begins. */
  readonly sheet?: string;
  readonly rows?: readonly StoredRow[];
  readonly refused?: "password" | "ole" | "damaged";
  readonly reason?: string;
}

export interface Limits {
  /** How long the process may take in all, waiting included. */
  readonly milliseconds: number;
  /** Of its heap. */
  readonly mebibytes: number;
}

/** The process took too long or too much. */
export class Exhausted extends Error {}

const PROGRAM = fileURLToPath(new URL("./process.mjs", import.meta.url));

/** One line of what the process tells, or null where its end cut the line. */
function parsed(line: string): (Message & { readonly done?: boolean }) | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Runs the library in a process of its own, and gives what it tells. A thread would not do: where one allocation alone
 * goes beyond the limit of a thread's heap, V8 ends the whole process. Throws {@link Exhausted} beyond the limits.
 */
export async function* messagesOf(path: string, limits: Limits): AsyncGenerator<Message> {
  const program = [`--max-old-space-size=${limits.mebibytes}`, PROGRAM, path, String(limits.milliseconds)];
  const child = spawn(process.execPath, program, {
    // None of the flags that this process was started with.
    env: { ...process.env, NODE_OPTIONS: "" },
    // What it prints when it runs out of memory helps nobody.
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ended = new Promise<Error | string>((resolve) => {
    child.once("error", resolve);
    child.once("close", (code, signal) => resolve(`the process ended: ${signal ?? code}`));
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), limits.milliseconds);
  try {
    const lines = createInterface({ input: child.stdio[3] as Readable, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const message = parsed(line);
      if (message === null) break;
      if (message.done) return;
      yield message;
      if (message.refused) return;
    }
    const how = await ended;
    throw new Exhausted(String(how), { cause: how });
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
    await ended;
  }
}
