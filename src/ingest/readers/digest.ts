import { Worker } from "node:worker_threads";

/** Reckons the SHA-256 of a file in a thread of its own, while others work on it. */
export function digestInThread(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./digest-worker.mjs", import.meta.url), {
      workerData: { path },
      // None of the flags that this process was started with.
      execArgv: [],
    });
    worker.once("message", (hex: string) => resolve(hex));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended")));
  });
}
