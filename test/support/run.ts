import { main } from "../../src/cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as the one JSON document that it must be. */
  json<T = unknown>(): T;
}

/** Runs a command line in this process, on 2026-11-25 at noon UTC, in English unless `env` says otherwise. */
export async function forewarn(argv: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    now: () => new Date("2026-11-25T12:00:00Z"),
    untilStopped: async () => {},
  });
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}
