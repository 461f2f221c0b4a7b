import { CLOSE_ARRAY, CLOSE_OBJECT, COMMA, CR, LF, OPEN_ARRAY, OPEN_OBJECT, SPACE, skipSpace, TAB } from "./bytes.ts";
import { MORE } from "./parse.ts";
import { Skipper } from "./skip.ts";

/** The offset of the line end at or after `from`; MORE where it is not among the bytes. */
export function lineAfter(bytes: Buffer, from: number, to: number, last: boolean): number {
  let at = from;
  while (at < to && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at < to || last ? at : MORE;
}

/** How far a line is indented that begins before `at`, if nothing else stands between; -1 if something does. */
function indentBefore(bytes: Buffer, at: number, floor: number): number {
  let from = at;
  while (from > floor && (bytes[from - 1] === SPACE || bytes[from - 1] === TAB)) from--;
  return from === floor || bytes[from - 1] === LF || bytes[from - 1] === CR ? at - from : -1;
}

/** The next line that is indented like the record and begins one, or closes the list. */
function nextAligned(bytes: Buffer, start: number, to: number, indent: number, list: boolean): number | null {
  for (let at = start; ; ) {
    const lf = bytes.indexOf(LF, at);
    const line = lf < 0 ? to : lf + 1;
    if (line >= to) return null;
    let first = line;
    while (first < to && (bytes[first] === SPACE || bytes[first] === TAB)) first++;
    if (first - line === indent && bytes[first] === OPEN_OBJECT) return first;
    if (list && first - line <= indent && bytes[first] === CLOSE_ARRAY) return first;
    at = line;
  }
}

/**
 * Where reading goes on after a malformed record at `start` that may take several lines: behind its closing bracket, or
 * at the next line that is indented as the record's first and begins another one, whichever comes first. MORE where the
 * bytes end before; null where it cannot be told.
 */
export function afterFault(bytes: Buffer, start: number, to: number, last: boolean, list: boolean): number | null {
  const first = bytes[start];
  const indent = indentBefore(bytes, start, Math.max(0, start - 4096));
  const aligned = indent < 0 ? null : nextAligned(bytes, start, to, indent, list);
  let closed: number | null = null;
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
    const skipper = new Skipper();
    const after = skipper.skip(bytes, start, aligned ?? to);
    if (!skipper.broken && skipper.depth === 0) closed = after;
    else if (!skipper.broken && !last && aligned === null) return MORE;
  } else {
    let after = start;
    while (after < to && ![COMMA, CLOSE_ARRAY, CLOSE_OBJECT, LF, CR].includes(bytes[after] as number)) after++;
    if (after === to && !last) return MORE;
    closed = after;
  }
  if (closed !== null && (aligned === null || closed <= aligned)) {
    // What was skipped must have been the record, and not the half of another one.
    const next = skipSpace(bytes, closed, to);
    if (next >= to) return last ? (list ? null : closed) : MORE;
    const fits = list ? bytes[next] === COMMA || bytes[next] === CLOSE_ARRAY : bytes[next] === OPEN_OBJECT;
    if (fits) return closed;
  }
  if (aligned !== null) return aligned;
  return last ? null : MORE;
}
