import { Worker } from "node:worker_threads";

/** A cell as the library has it: column, type (number, text, truth value, error, date), value, number format. */
export type StoredCell = readonly [number, "n" | "s" | "b" | "e" | "d", unknown, string | number | null];
/** A row counted from 0, and its cells that are not empty. */
export type StoredRow = readonly [number, readonly StoredCell[]];

/** What the thread tells of a workbook, one after the other. */
export interface Message {
  readonly epoch1904?: boolean;
  /** A sheet begins. */
  readonly sheet?: string;
  readonly rows?: readonly StoredRow[];
  readonly refused?: "password" | "ole" | "damaged";
  readonly reason?: string;
}

export interface Limits {
  /** How long the thread may take in all, waiting included. */
  readonly milliseconds: number;
  /** Of its heap. */
  readonly mebibytes: number;
}

/** The thread took too long or too much. */
export class Exhausted extends Error {}

/** Runs the library in a thread of its own, and gives what it tells. Throws {@link Exhausted} beyond the limits. */
export async function* messagesOf(path: string, limits: Limits): AsyncGenerator<Message> {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
    workerData: { path },
    // None of the flags that this process was started with.
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes },
  });
  let settle: { resolve(message: Message & { done?: boolean }): void; reject(error: Error): void } | null = null;
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure ??= error;
    settle?.reject(failure);
  };
  worker.on("message", (message) => settle?.resolve(message));
  worker.on("error", (error) => fail(new Exhausted(error.message, { cause: error })));
  worker.on("exit", () => fail(new Exhausted("the thread ended")));
  const timer = setTimeout(() => {
    fail(new Exhausted(`${limits.milliseconds} ms`));
    void worker.terminate();
  }, limits.milliseconds);
  try {
    for (;;) {
      const message = await new Promise<Message & { done?: boolean }>((resolve, reject) => {
        settle = { resolve, reject };
        if (failure) reject(failure);
        worker.postMessage("next");
      });
      settle = null;
      if (message.done) return;
      yield message;
    }
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
