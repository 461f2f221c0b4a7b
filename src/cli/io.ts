/** What the command line touches of the world; tests pass their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the answer, and nothing else where `--json` is given. */
  out(text: string): void;
  /** Standard error: messages and progress. */
  err(text: string): void;
  /** Whether standard error is a terminal: only then is progress drawn. */
  readonly terminal: boolean;
  now(): Date;
  /** Waits until the person stops the program (Ctrl-C). */
  untilStopped(): Promise<void>;
}

export function processIo(): Io {
  return {
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY ?? false,
    now: () => new Date(),
    untilStopped: () =>
      new Promise((resolve) => {
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      }),
  };
}
