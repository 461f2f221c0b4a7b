import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** What cells and names of files try to be taken for. */
const HOSTILE = [
  "'; DROP TABLE ticket; --",
  "\"; ATTACH 'x.db'; --",
  "$1",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "</table><table>",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "../../etc/passwd",
  "\u0000",
  "\u202e",
  "\ufeff",
  "\ud800",
  "9".repeat(400),
  "2026-13-45",
  '"',
  '""',
  "\r",
  "\n\n\n",
];

/** A stream of whole numbers below a bound, the same for the same seed. */
export function chance(seed: number): (below: number) => number {
  const generator = xoroshiro128plus(seed);
  return (below) => (generator.next() >>> 0) % Math.max(1, below);
}

/** A file with something wrong with it: one to four changes out of those that transport, editors and people make. */
export function mutate(file: Buffer, next: (below: number) => number): Buffer {
  let bytes: Buffer<ArrayBufferLike> = Buffer.from(file);
  const insert = (at: number, more: Buffer) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  for (let times = 1 + next(4); times > 0; times--) {
    const at = next(bytes.length);
    switch (next(12)) {
      case 0:
        for (let i = 1 + next(8); i > 0 && bytes.length > 0; i--) bytes[next(bytes.length)] = next(256);
        break;
      case 1:
        bytes = bytes.subarray(0, at);
        break;
      case 2:
        bytes = bytes.subarray(at);
        break;
      case 3:
        bytes = insert(at, Buffer.from(HOSTILE[next(HOSTILE.length)] as string));
        break;
      case 4:
        bytes = insert(at, Buffer.from('"'.repeat(1 + next(5))));
        break;
      case 5:
        bytes = insert(at, Buffer.alloc(1 + next(64)));
        break;
      case 6:
        bytes = insert(at, Buffer.from(",".repeat(next(40) === 0 ? 10_000 : 1 + next(4))));
        break;
      case 7:
        bytes = insert(at, Buffer.from("长".repeat(next(40) === 0 ? 100_000 : 1 + next(50))));
        break;
      case 8: {
        const piece = bytes.subarray(at, at + 1 + next(200));
        bytes = insert(next(bytes.length), Buffer.from(piece));
        break;
      }
      case 9:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + next(100))]);
        break;
      case 10:
        bytes = insert(
          at,
          Buffer.from(["\r", "\n", "\r\n", "\t", ";", "[", "{", "}", "]", "\\", "<", ">"][next(12)] as string),
        );
        break;
      default: {
        // Something of the file stands elsewhere too, as after a failed copy.
        const other = next(bytes.length);
        const piece = Buffer.from(bytes.subarray(other, other + 64));
        piece.copy(bytes, at);
      }
    }
  }
  return bytes;
}
