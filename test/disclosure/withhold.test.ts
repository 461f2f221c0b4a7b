import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, type Sum, withhold } from "../../src/disclosure/withhold.ts";
import { solve } from "./attack.ts";

const LIMITS = { minimumTickets: 5, minimumComplainants: 3 };
const cell = (key: string, tickets: number, complainants = tickets): Cell => ({ key, tickets, complainants });
const hide = (cells: readonly Cell[], sums: readonly Sum[] = []) => [...withhold(cells, sums, LIMITS)].toSorted();

describe("small figures", () => {
  test("one to four tickets are withheld; zero and five are shown", () => {
    expect(hide([cell("a", 0), cell("b", 1), cell("c", 4), cell("d", 5)])).toEqual(["b", "c"]);
  });
  test("many tickets of two people are withheld", () => {
    expect(hide([cell("a", 40, 2), cell("b", 40, 3)])).toEqual(["a"]);
  });
  test("a share is withheld where either of its parts is small", () => {
    const share = (key: string, shows: number[]) => ({ ...cell(key, 40), shows });
    expect(hide([share("a", [3, 37]), share("b", [36, 4]), share("c", [0, 40]), share("d", [5, 35])])).toEqual([
      "a",
      "b",
    ]);
  });
});

describe("totals", () => {
  const total = (parts: readonly Cell[]): [Cell[], Sum[]] => [
    [
      cell(
        "total",
        parts.reduce((sum, { tickets }) => sum + tickets, 0),
      ),
      ...parts,
    ],
    [{ total: "total", parts: parts.map(({ key }) => key) }],
  ];
  test("a single withheld part takes the smallest other one with it, the first of equals", () => {
    expect(hide(...total([cell("a", 3), cell("c", 9), cell("b", 9), cell("d", 50)]))).toEqual(["a", "b"]);
  });
  test("zeros protect nothing", () => {
    expect(hide(...total([cell("a", 3), cell("zero", 0), cell("b", 60)]))).toEqual(["a", "b"]);
  });
  test("parts that are all one would be known from their number", () => {
    expect(
      hide(
        ...total([cell("a", 1), cell("b", 1), cell("c", 1), cell("d", 1), cell("e", 1), cell("f", 8), cell("g", 9)]),
      ),
    ).toEqual(["a", "b", "c", "d", "e", "f"]);
  });
  test("what is left over together must not be small either", () => {
    expect(hide(...total([cell("a", 1), cell("b", 2), cell("c", 7), cell("d", 9)]))).toEqual(["a", "b", "c"]);
  });
  test("a total that is one part only goes with it", () => {
    const cells = [cell("total", 40, 2), cell("part", 40, 2)];
    expect(hide(cells, [{ total: "total", parts: ["part"] }])).toEqual(["part", "total"]);
    const forced = withhold(
      [cell("total", 40), cell("part", 40)],
      [{ total: "total", parts: ["part"] }],
      LIMITS,
      new Set(["part"]),
    );
    expect([...forced].toSorted()).toEqual(["part", "total"]);
  });
  test("a withheld total needs a withheld part", () => {
    const cells = [cell("total", 9, 2), cell("a", 4), cell("b", 5)];
    expect(hide(cells, [{ total: "total", parts: ["a", "b"] }])).toEqual(["a", "total"]);
    const share = [{ ...cell("total", 60), shows: [3] }, cell("a", 20), cell("b", 40)];
    expect(hide(share, [{ total: "total", parts: ["a", "b"] }])).toEqual(["a", "total"]);
  });
});

/** A random table with its margins: rows by columns, each with a total, and the grand total. */
const tables = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 60 })), {
      minLength: columns,
      maxLength: columns,
    }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
);

function withMargins(table: readonly (readonly number[])[]): { cells: Cell[]; sums: Sum[] } {
  const cells = new Map<string, number>();
  const sums = new Map<string, string[]>();
  const add = (total: string, part: string) => sums.set(total, [...(sums.get(total) ?? []), part]);
  const put = (key: string, tickets: number) => cells.set(key, (cells.get(key) ?? 0) + tickets);
  for (const [r, row] of table.entries()) {
    for (const [c, tickets] of row.entries()) {
      put(`r${r} c${c}`, tickets);
      put(`r${r}`, tickets);
      put(`c${c}`, tickets);
      put("all", tickets);
      add(`row r${r}`, `r${r} c${c}`);
      add(`column c${c}`, `r${r} c${c}`);
    }
    add("rows all", `r${r}`);
  }
  for (const c of (table[0] ?? []).keys()) add("columns all", `c${c}`);
  return {
    cells: [...cells].map(([key, tickets]) => cell(key, tickets)),
    sums: [...sums].map(([name, parts]) => ({ total: name.split(" ")[1] as string, parts })),
  };
}

describe("whatever the table is", () => {
  test("no withheld cell can be had by subtraction, sum after sum", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, sums } = withMargins(table);
        const withheld = withhold(cells, sums, LIMITS);
        const shown = new Map(cells.filter(({ key }) => !withheld.has(key)).map(({ key, tickets }) => [key, tickets]));
        expect(solve(shown, sums)).toEqual(new Map());
        for (const { key, tickets } of cells) if (tickets > 0 && tickets < 5) expect(withheld.has(key)).toBe(true);
      }),
    );
  });
  test("the attack works: it finds a cell that is withheld alone", () => {
    const { cells, sums } = withMargins([
      [1, 20],
      [30, 40],
    ]);
    const shown = new Map(cells.filter(({ key }) => key !== "r0 c0").map(({ key, tickets }) => [key, tickets]));
    expect(solve(shown, sums)).toEqual(new Map([["r0 c0", 1]]));
  });
  test("the order of cells and sums does not matter for what is small, nor does running it again", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, sums } = withMargins(table);
        const once = withhold(cells, sums, LIMITS);
        expect(withhold(cells.toReversed(), sums, LIMITS)).toEqual(once);
        expect(withhold(cells, sums, LIMITS, once)).toEqual(once);
      }),
    );
  });
});
