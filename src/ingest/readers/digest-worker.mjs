// The SHA-256 of a file, reckoned in a thread of its own; see digest.ts.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

const file = openSync(workerData.path, "r");
try {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(1024 * 1024);
  for (;;) {
    const length = readSync(file, block, 0, block.length, null);
    if (length === 0) break;
    hash.update(block.subarray(0, length));
  }
  parentPort.postMessage(hash.digest("hex"));
} finally {
  closeSync(file);
}
