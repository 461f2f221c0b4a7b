import type { Draw } from "./draw.ts";
import type { Layout, Row, Says } from "./says.ts";

/** Codes of rejected rows; those of docs/cli.md. */
export type FaultCode =
  | "not_a_number"
  | "not_a_date"
  | "future_date"
  | "out_of_range"
  | "missing_required"
  | "wrong_column_count"
  | "bad_encoding"
  | "total_row"
  | "header_row";

/** One line of a table below its header. */
export interface Line {
  readonly cells: readonly string[];
  /** What an ingest should learn of it; null for a line without a record. */
  readonly says: Says | null;
  /** Why an ingest should reject it, and for which caption. */
  readonly fault?: { readonly code: FaultCode; readonly column: string | null };
  /** The line has a byte that means no character; written by those who write text. */
  readonly brokenBytes?: true;
  readonly blank?: true;
  /** The same as a line above. */
  readonly repeated?: true;
}

/** How many faults of each kind a file gets. */
export interface Dirt {
  /** 2023-02-30. */
  readonly badDates?: number;
  /** 2062 for 2026. */
  readonly futureDates?: number;
  /** 见附件 in a column of money or numbers. */
  readonly words?: number;
  readonly negative?: number;
  readonly missing?: number;
  /** A row with a cell too many; as the next, in text only: a sheet may hold remarks beside its table. */
  readonly extraCell?: number;
  /** A row that ends before its last cell. */
  readonly shortRow?: number;
  readonly brokenBytes?: number;
  readonly repeats?: number;
  readonly blanks?: number;
  readonly headers?: number;
  readonly totals?: number;
  /** A totals row at the end, with this first word and the sum of the column. */
  readonly lastTotal?: string;
}

function replaced(row: Row, layout: Layout, captions: readonly string[], column: string, cell: string): string[] {
  const at = layout.header.indexOf(column);
  if (at < 0) throw new TypeError(`${layout.id} has no column ${column}`);
  if (!captions[at]) throw new TypeError(`a column without a title cannot be at fault`);
  return row.cells.map((old, i) => (i === at ? cell : old));
}

/** Puts the faults in at drawn places. `captions` are the titles as printed, for the columns of the layout. */
export function soil(
  draw: Draw,
  layout: Layout,
  captions: readonly string[],
  rows: readonly Row[],
  dirt: Dirt,
): Line[] {
  const lines: Line[] = rows.map(({ cells, says }) => ({ cells, says }));
  const free = new Set(lines.keys());
  // Of the middle: the head of a file is left clean, since readers judge a file by it.
  const place = (): number => {
    for (;;) {
      const at = draw.between(Math.min(40, lines.length >> 2), lines.length - 3);
      if (free.delete(at)) return at;
    }
  };
  const spoil = (count: number | undefined, make: (row: Row) => Omit<Line, "says">) => {
    for (let i = 0; i < (count ?? 0); i++) {
      const at = place();
      lines[at] = { ...make(rows[at] as Row), says: null };
    }
  };
  const cellFault = (column: string, code: FaultCode, cell: () => string) => (row: Row) => ({
    cells: replaced(row, layout, captions, column, cell()),
    fault: { code, column: captions[layout.header.indexOf(column)] as string },
  });
  spoil(
    dirt.badDates,
    cellFault(layout.date, "not_a_date", () => draw.pick(["2023-02-30", "2022-13-05", "待定"])),
  );
  spoil(
    dirt.futureDates,
    cellFault(layout.date, "future_date", () => draw.pick(["2062-03-11", "2062-08-24"])),
  );
  spoil(
    dirt.words,
    cellFault(layout.number, "not_a_number", () => draw.pick(["见附件", "若干"])),
  );
  spoil(
    dirt.negative,
    cellFault(layout.number, "out_of_range", () => `-${draw.between(1, 900)}`),
  );
  spoil(
    dirt.missing,
    cellFault(layout.required, "missing_required", () => ""),
  );
  spoil(dirt.extraCell, ({ cells }) => ({
    // An unquoted comma shifts what comes after it; it must be seen in the last cell.
    cells: cells.at(-1) === "" ? [...cells, "多出的一格"] : [...cells.slice(0, 4), "多出的一格", ...cells.slice(4)],
    fault: { code: "wrong_column_count", column: null },
  }));
  spoil(dirt.shortRow, ({ cells }) => ({
    cells: cells.slice(0, -1),
    fault: { code: "wrong_column_count", column: null },
  }));
  spoil(dirt.brokenBytes, ({ cells }) => ({
    cells,
    brokenBytes: true,
    fault: { code: "bad_encoding", column: null },
  }));
  return inserted(draw, layout, captions, lines, dirt);
}

/** Adds the lines that are no records of their own, from the end to the beginning, so that places stay. */
function inserted(draw: Draw, layout: Layout, captions: readonly string[], lines: readonly Line[], dirt: Dirt): Line[] {
  const after = new Map<number, Line[]>();
  const add = (line: (above: Line) => Line) => {
    let at = 0;
    do at = draw.between(Math.min(40, lines.length >> 2), lines.length - 3);
    while (after.has(at) || lines[at]?.fault);
    after.set(at, [line(lines[at] as Line)]);
  };
  const empty = layout.header.map(() => "");
  const total = (word: string, count: number) => ({
    cells: empty.map((_, i) => (i === 0 ? word : i === layout.header.length - 2 ? String(count) : "")),
    says: null,
    fault: { code: "total_row", column: null } as const,
  });
  const times = (count: number | undefined, line: (above: Line) => Line) => {
    for (let i = 0; i < (count ?? 0); i++) add(line);
  };
  times(dirt.repeats, ({ cells, says }) => ({ cells, says, repeated: true }));
  times(dirt.blanks, () => ({ cells: empty, says: null, blank: true }));
  times(dirt.headers, () => ({ cells: captions, says: null, fault: { code: "header_row", column: null } }));
  times(dirt.totals, () => total("总计", lines.length >> 1));
  const all = lines.flatMap((line, at) => [line, ...(after.get(at) ?? [])]);
  return dirt.lastTotal === undefined ? all : [...all, total(dirt.lastTotal, lines.length)];
}
