import { open } from "node:fs/promises";

/** Up to `length` bytes of a file from `position` on; `whole` says that the file ends there. */
export async function readHead(
  path: string,
  position: number,
  length: number,
): Promise<{ head: Buffer; whole: boolean }> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === length) return { head: buffer.subarray(0, filled), whole: filled < length };
    }
  } finally {
    await file.close();
  }
}
