import type { Io } from "./io.ts";

export interface Progress {
  /** Tells how far a stage is; drawn over the line before on a terminal, silent in a pipe. */
  step(label: string, done: number, total: number): void;
  /** Clears the line. */
  end(): void;
}

const WIDTH = 24;

/** Progress of long work: a bar on a terminal, nothing in a pipe. */
export function makeProgress(io: Io): Progress {
  if (!io.terminal) return { step() {}, end() {} };
  return {
    step(label, done, total) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      io.err(`\r\u001b[2K${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total} ${label}`.slice(0, 160));
    },
    end() {
      io.err("\r\u001b[2K");
    },
  };
}
