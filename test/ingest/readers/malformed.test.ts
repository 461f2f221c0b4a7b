import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bench } from "./bench.ts";

const { table, cells, lines, refusal, leftovers, read } = await bench();

const header = "编号,内容,金额,日期";
const good = (index: number) => `${index},质量问题,${index}.50,2026-01-02`;

describe("a stray quote", () => {
  test("never closed: costs its own line, not the rest of the file", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => good(index + 1));
    rows[10] = '11,"没有结束的引号,1.00,2026-01-02';
    const raw = await table(`${header}\n${rows.join("\n")}\n`);
    expect(raw.records).toBe(2000);
    expect(raw.malformed).toEqual([{ line: 12, text: '11,"没有结束的引号,1.00,2026-01-02', reason: "quoting" }]);
    expect((await cells(raw)).map((row) => row[0])).toEqual([
      "编号",
      ...rows.flatMap((_, i) => (i === 10 ? [] : [String(i + 1)])),
    ]);
    expect(lines(raw).slice(9, 13)).toEqual([10, 11, 13, 14]);
  });
  test("closed by a quoted cell further down: still costs its own line only", async () => {
    const rows = [good(1), '2,"5 inch,1.00,2026-01-02', good(3), good(4), '5,"好,的",1.00,2026-01-02', good(6)];
    const raw = await table(`${header}\n${rows.join("\n")}\n`);
    expect(raw.malformed.map(({ line }) => line)).toEqual([3]);
    expect((await cells(raw)).map((row) => row.slice(0, 2))).toEqual([
      ["编号", "内容"],
      ["1", "质量问题"],
      ["3", "质量问题"],
      ["4", "质量问题"],
      ["5", "好,的"],
      ["6", "质量问题"],
    ]);
  });
  test("two of them that fit together do not join the records between", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => good(index + 1));
    rows[3] = '4,"开始,1.00,2026-01-02';
    rows[12] = '13,结束",1.00,2026-01-02';
    const raw = await table(`${header}\n${rows.join("\n")}\n`);
    expect(raw.malformed.map(({ line }) => line)).toEqual([5]);
    expect(raw.records).toBe(20);
    expect((await cells(raw))[12]).toEqual(["13", '结束"', "1.00", "2026-01-02"]);
  });
  test("a real text of several lines is left alone, even one with commas", async () => {
    const text = "第一行,有,逗号\n第二行,有,逗号\n第三行,有,逗号\n第四行";
    const raw = await table(`${header}\n1,"${text}",1.00,2026-01-02\n${good(2)}\n`);
    expect(raw.malformed).toEqual([]);
    expect((await cells(raw))[1]).toEqual(["1", text, "1.00", "2026-01-02"]);
    expect(lines(raw)).toEqual([1, 2, 6]);
  });
});

describe("text after a closing quote", () => {
  test("in one line", async () => {
    const raw = await table(`${header}\n1,"他说"不行"",1.00,2026-01-02\n${good(2)}\n`);
    expect(raw.malformed).toEqual([{ line: 2, text: '1,"他说"不行"",1.00,2026-01-02', reason: "quoting" }]);
    expect(lines(raw)).toEqual([1, 3]);
  });
  test("in a text of several lines: they are one malformed record", async () => {
    const raw = await table(`${header}\n1,"他说"不行"了\n还说,\n"以后再说"了",1.00,2026-01-02\n${good(2)}\n`);
    expect(raw.malformed).toEqual([
      { line: 2, text: '1,"他说"不行"了\n还说,\n"以后再说"了",1.00,2026-01-02', reason: "quoting" },
    ]);
    expect(await cells(raw)).toEqual([header.split(","), good(2).split(",")]);
    expect(lines(raw)).toEqual([1, 5]);
  });
  test("in the last record, cut in the middle of its text", async () => {
    const raw = await table(`${header}\n${good(1)}\n2,"开头\n第二行\n第三行没有写完`);
    expect(raw.malformed).toEqual([{ line: 3, text: '2,"开头\n第二行\n第三行没有写完', reason: "quoting" }]);
    expect(raw.records).toBe(2);
  });
});

test("a quoted cell longer than a record may be is given up line by line", async () => {
  const rows = Array.from({ length: 600_000 }, (_, index) => good(index));
  const raw = await table(`${header}\n"${rows.join("\n")}\n`);
  expect(raw.malformed).toHaveLength(1);
  expect(raw.records).toBe(600_000);
});

test("a line that is too long is given up alone", async () => {
  const raw = await table(`${header}\n1,${"x".repeat(17 * 1024 * 1024)},1.00,2026-01-02\r\n${good(2)}\n`);
  expect(raw.malformed).toMatchObject([{ line: 2, reason: "size" }]);
  expect(raw.malformed[0]?.text).toHaveLength(2000);
  expect(lines(raw)).toEqual([1, 3]);
});

test("a line end that is cut by the reading is one line end", async () => {
  // 32 MiB after the record's start the window ends, just between the two bytes.
  const raw = await table(`${header}\n${"x".repeat(32 * 1024 * 1024 - 1)}\r\n${good(2)}\n`);
  expect(raw.malformed).toMatchObject([{ line: 2, reason: "size" }]);
  expect(lines(raw)).toEqual([1, 3]);
});

test("a record of too many cells is given up", async () => {
  const raw = await table(`${header}\n${",".repeat(5000)}\n${good(2)}\n`);
  expect(raw.malformed).toMatchObject([{ line: 2, reason: "size" }]);
  expect(raw.width).toBe(4);
});

test("quotes that are no quotes: the whole file has none", async () => {
  const rows = ['1\t"Acme" Ltd\t1.00', '2\t"Fair & Square\t2.00', '3\t"Best" of all\t3.00'];
  const raw = await table(`id\tname\tamount\n${rows.join("\n")}\n`);
  expect(raw).toMatchObject({ quote: "", delimiter: "\t", malformed: [] });
  expect(await cells(raw)).toEqual([["id", "name", "amount"], ...rows.map((row) => row.split("\t"))]);
});

test("a file without any rule is refused, and leaves nothing behind", async () => {
  const before = leftovers();
  const broken = Array.from({ length: 3000 }, (_, index) => `${index},"a"b,c${",d".repeat(index % 3)}`);
  const error = await refusal(`${header}\n${broken.join("\n")}\n`);
  expect([error.code, error.key, error.place.line]).toEqual(["damaged_file", "readers.damaged_file", 1002]);
  const only = await refusal('"a"b\n');
  expect([only.code, only.place.line]).toEqual(["damaged_file", 1]);
  expect(leftovers()).toEqual(before);
});

test("no line is lost, whatever is broken", async () => {
  const broken = fc.constantFrom('x,"y,1,2', 'x,"y"z,1,2', '"', 'x,y",1,2', '"x,y,1,2"', ',,"', '"a""b,c,d,e', "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(broken, { nil: null }), { maxLength: 40 }), async (damage) => {
      // Every second line is sound, and says its own number.
      const rows = damage.flatMap((bad, index) => [bad ?? good(1), good(2 * index + 3)]);
      const { tables } = await read([header, ...rows].join("\n"));
      const raw = tables[0];
      if (!raw) throw new Error("no table");
      const read_ = await cells(raw);
      const at = lines(raw);
      // What is neither a record nor malformed is inside a record or a malformed one that began before it.
      const seen = new Set([...at, ...raw.malformed.map(({ line }) => line)]);
      const text = [...read_.flat(), ...raw.malformed.map((fault) => fault.text)].join("\n");
      for (const [index, row] of [header, ...rows].entries()) {
        if (row === "" || seen.has(index + 1)) continue;
        expect(text).toContain(row.split(",").at(-1)?.replaceAll('"', ""));
      }
      // A sound record is read as what it is.
      for (const [index, row] of read_.entries())
        if (row[1] === "质量问题" && row[3] === "2026-01-02" && row[0] !== "1") expect(Number(row[0])).toBe(at[index]);
    }),
    { numRuns: Number(process.env.FOREWARN_RUNS ?? 200) },
  );
});
