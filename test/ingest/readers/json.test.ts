import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bench } from "./bench.ts";

const { read, table, cells, lines, refusal, leftovers } = await bench();

const RUNS = { numRuns: Number(process.env.FOREWARN_RUNS ?? 200) };

describe("where the records stand", () => {
  const wanted = [
    ["id", "name"],
    ["1", "甲"],
    ["2", "乙"],
  ];
  const one = '{"id":1,"name":"甲"}';
  const two = '{"id":2,"name":"乙"}';
  test.each([
    ["an object a line", `${one}\n${two}\n`, "ndjson", [1, 1, 2]],
    ["without a last line end, with blank lines and CRLF", `\r\n${one}\r\n\r\n${two}`, "ndjson", [1, 2, 4]],
    ["a comma after each line", `${one},\n${two},\n`, "ndjson", [1, 1, 2]],
    ["an array, an object a line", `[\n${one},\n${two}\n]\n`, "json", [1, 2, 3]],
    ["an array, laid out", JSON.stringify([JSON.parse(one), JSON.parse(two)], null, 2), "json", [1, 2, 6]],
    ["an array in one line: records are numbered", `[${one},${two}]`, "json", [1, 1, 2]],
    ["under a key", `{"total": 2, "rows": [\n${one},\n${two}], "more": false}`, "json", [1, 2, 3]],
    [
      "objects over several lines, one after the other",
      `{"id":1,\n"name":"甲"}\n{"id":2,\n"name":"乙"}`,
      "json",
      [1, 1, 3],
    ],
    [
      "under several keys, beside smaller lists",
      `{"facets":[{"a":1},{"a":2},{"a":3}],"hits":{"n":[1],"hits":[\n${one.replace("甲", "甲")}\n,${two}]}}`,
      "json",
      [1, 2, 3],
    ],
  ])("%s", async (_, text, format, at) => {
    const file = await read(text, "投诉.txt");
    expect(file.format).toBe(format);
    const [raw] = file.tables;
    if (!raw) throw new Error("no table");
    expect(await cells(raw)).toEqual(wanted);
    expect(lines(raw)).toEqual(at);
    expect(raw).toMatchObject({ malformed: [], uniform: true, control: false });
  });
  test("an answer of Elasticsearch: the names of what it wraps", async () => {
    const hit = (id: number) => ({ _index: "c", _id: String(id), _source: { 编号: id, 地点: { 区: "x" } } });
    const text = JSON.stringify({
      took: 3,
      hits: { total: { value: 2 }, hits: [hit(1), hit(2)] },
      _shards: [{ a: 1 }],
    });
    expect(await cells(await table(text))).toEqual([
      ["_index", "_id", "编号", "地点.区"],
      ["c", "1", "1", "x"],
      ["c", "2", "2", "x"],
    ]);
  });
  test("a wrapping that is missing once, or whose names would collide, is none", async () => {
    expect((await table('{"_source":{"a":1}}\n{"b":2,"_source":null}')).head[0]).toContain("_source.a");
    expect((await table('{"a":0,"_source":{"a":1,"b":2}}')).head[0]).toEqual(["a", "_source.a", "b"]);
  });
  test.each([
    ["utf-8-bom", Buffer.from(`\uFEFF[${one},${two}]`)],
    ["gb18030", iconv.encode(`${one}\n${two}`, "gb18030")],
    ["utf-16le", Buffer.from(`\uFEFF[${one},${two}]`, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF[${one},${two}]`, "utf16le").swap16()],
  ])("in %s", async (encoding, bytes) => {
    const file = await read(bytes);
    expect([file.encoding, await cells(file.tables[0] as never)]).toEqual([encoding, wanted]);
  });
});

describe("values", () => {
  const cell = async (json: string) => (await cells(await table(`[{"a":"","v":${json}}]`)))[1]?.[1];
  test.each([
    ["0.10", "0.10"],
    ["12345678901234567890", "12345678901234567890"],
    ["-0.0", "-0.0"],
    ["1E400", "1E400"],
    ["1740.2399999999998", "1740.2399999999998"],
    ["true", "true"],
    ["false", "false"],
    ["null", ""],
    ["NaN", "NaN"],
    ['""', ""],
    ['" 前后 "', " 前后 "],
    ['"a\\"b\\\\c\\/\\n\\u4e2d\\ud83d\\ude00"', 'a"b\\c/\n中😀'],
    ['"tab\there"', "tab\there"],
    ["[]", ""],
    ['["a", 1.50 ,null,true]', "a; 1.50; ; true"],
    ['[ {"b" : [1, 2 ] , "c":" x "} ]', '[{"b":[1,2],"c":" x "}]'],
    ["[[1, 2],[3]]", "[[1,2],[3]]"],
    ['[["a \\" {"]]', '[["a \\" {"]]'],
  ])("%s", async (json, text) => expect(await cell(json)).toBe(text));
  test("objects are laid out flat, columns in the order in which they first occur", async () => {
    expect(await cells(await table('{"a":{"b":1,"c":{"d":2}},"e":3}\n{"e":4,"f":5,"a":null}\n{}\n'))).toEqual([
      ["a.b", "a.c.d", "e", "f", "a"],
      ["1", "2", "3", "", ""],
      ["", "", "4", "5", ""],
      ["", "", "", "", ""],
    ]);
  });
  test("names that differ in case, that are empty, or look like a path", async () => {
    expect(await cells(await table('[{"A":1,"a":2,"":3,"a.b":4,"a\\nb":5,"q\\"":6,"__proto__":7,"x":8}]'))).toEqual([
      ["A", "a", "", "a.b", "a\nb", 'q"', "__proto__", "x"],
      ["1", "2", "3", "4", "5", "6", "7", "8"],
    ]);
  });
});

test("any records: the cells are those that JSON.parse finds", async () => {
  const key = fc.constantFrom("编号", "a", "A", "b", "x.y", "", "constructor", "__proto__", 'q"', "é\n");
  const text = fc
    .array(fc.constantFrom("a", "投", '"', "\\", "\n", "\r", ",", "😀", "{", "}", "[", "]", " ", "\0", "\u001f"))
    .map((c) => c.join(""));
  const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), text);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.array(tie("any"), { maxLength: 2 }),
      tie("object"),
    ),
    object: fc.dictionary(key, tie("any"), { maxKeys: 5 }),
  })).object;
  type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
  const plain = (found: Value) => (found === null ? "" : String(found));
  /** An independent reading: path to text. */
  function flatten(found: Value, path: readonly string[], into: Map<string, string>): void {
    if (found !== null && typeof found === "object" && !Array.isArray(found)) {
      for (const [name, inner] of Object.entries(found)) flatten(inner, [...path, name], into);
    } else if (Array.isArray(found)) {
      const nested = found.some((item) => item !== null && typeof item === "object");
      into.set(JSON.stringify(path), nested ? JSON.stringify(found) : found.map(plain).join("; "));
    } else into.set(JSON.stringify(path), plain(found));
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(value as fc.Arbitrary<{ [key: string]: Value }>, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("lines", "array", "laid out"),
      async (records, layout) => {
        // One record alone that holds a list of objects would be taken for a document.
        const written =
          layout === "lines" && records.length > 1
            ? records.map((record) => JSON.stringify(record)).join("\n")
            : JSON.stringify(records, null, layout === "laid out" ? 2 : 0);
        const flat = records.map((record) => {
          const found = new Map<string, string>();
          flatten(record, [], found);
          return found;
        });
        const paths = [...new Set(flat.flatMap((found) => [...found.keys()]))];
        fc.pre(paths.length > 0);
        const raw = await table(written);
        expect(raw.malformed).toEqual([]);
        const [, ...rows] = await cells(raw);
        expect(rows).toEqual(flat.map((found) => paths.map((path) => found.get(path) ?? "")));
        expect(raw.control).toBe(
          [...flat.flatMap((found) => [...found.values()]), ...paths].some((cell) => cell.includes("\u001f")),
        );
      },
    ),
    RUNS,
  );
});

describe("a malformed record", () => {
  const good = (id: number) => `{"id":${id},"text":"好"}`;
  const ids = async (raw: Awaited<ReturnType<typeof table>>) => {
    const [header = [], ...rows] = await cells(raw);
    return rows.map((row) => Number(row[header.indexOf("id")]));
  };
  const broken = [
    '{"id":9,"text":"没有写完',
    '{"id":9,"text":"a"b"}',
    '{"id":9,"text":好}',
    '{"id":9,}',
    '{"id":09}',
    '{"id":9 "text":1}',
    '{"id":9,"text":{"a":1}',
    '{"id":9,"text":"\\q"}',
    "{id:9}",
    '{"id":9}}',
    '{"id":9} x',
    '{"id":9,"id":10}',
    "null",
    '"x"',
    "9",
    "[9]",
    "不是 JSON",
  ];
  test.each(broken)("costs its own line only: %s", async (bad) => {
    const raw = await table([good(1), good(2), bad, good(3), good(4)].join("\n"));
    expect(raw.malformed).toEqual([{ line: 3, text: bad, reason: "syntax" }]);
    expect(await ids(raw)).toEqual([1, 2, 3, 4]);
    expect(lines(raw)).toEqual([1, 1, 2, 4, 5]);
  });
  test.each(broken.filter((bad) => !['{"id":9}}', '{"id":9} x'].includes(bad)))(
    "in an array of a line each: %s",
    async (bad) => {
      const raw = await table(`[\n${[good(1), good(2), bad, good(3), good(4)].join(",\n")}\n]`);
      expect(raw.malformed).toMatchObject([{ line: 4, reason: "syntax" }]);
      expect(raw.malformed[0]?.text).toContain(bad);
      expect(await ids(raw)).toEqual([1, 2, 3, 4]);
    },
  );
  test("the last one, cut off", async () => {
    const raw = await table(`${good(1)}\n${good(2)}\n{"id":3,"te`);
    expect(raw.malformed).toEqual([{ line: 3, text: '{"id":3,"te', reason: "syntax" }]);
    expect(await ids(raw)).toEqual([1, 2]);
    const listed = await table(`[\n${good(1)},\n${good(2)},\n{"id":3,"te\n]`);
    expect([listed.malformed.map(({ line }) => line), await ids(listed)]).toEqual([[4], [1, 2]]);
  });
  test.each(['{"id":1,"text":"没有写完', '{"id":1,"text":{"a":1}', '{"id":1,"text":["a"', '{"id":1,"text":'])(
    "the first one: %s",
    async (bad) => {
      const raw = await table(`${bad}\n${good(2)}\n${good(3)}\n`);
      expect([raw.malformed.map(({ line }) => line), await ids(raw)]).toEqual([[1], [2, 3]]);
    },
  );
  test("in an array that is laid out", async () => {
    const laid = (id: number) =>
      JSON.stringify({ id, text: "好", more: { a: [1, { b: 2 }] } }, null, 2).replace(/^/gm, "  ");
    const bad = laid(9).replace('"好"', '"好');
    const raw = await table(`[\n${[laid(1), bad, laid(2), bad].join(",\n")}\n]\n`);
    expect(raw.malformed.map(({ line }) => line)).toEqual([14, 38]);
    expect(await ids(raw)).toEqual([1, 2]);
  });
  test("its names make no column", async () => {
    const raw = await table(`${good(1)}\n{"id":2,"new":1,"more":{"a":1},"text":}\n{"id":3,"text":"x","other":1}\n`);
    expect(raw.head[0]).toEqual(["id", "text", "other"]);
  });
  test("among records of one line is told by its number", async () => {
    const raw = await table(`[${good(1)},{"id":2,"text":nope},${good(3)}]`);
    expect(raw.malformed).toEqual([{ line: 2, text: '{"id":2,"text":nope}', reason: "syntax" }]);
    expect(lines(raw)).toEqual([1, 1, 3]);
  });
  test("a line with bytes that mean no character", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${good(1)}\n`),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d, 0x0a]),
      Buffer.from([good(3), good(4), good(5)].join("\n")),
    ]);
    const raw = await table(bytes);
    expect(raw.malformed).toMatchObject([{ line: 2, reason: "encoding" }]);
    expect(await ids(raw)).toEqual([1, 3, 4, 5]);
  });
  test("no record is lost, and none is made up, whatever is broken", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...broken), { nil: null }), { minLength: 1, maxLength: 20 }),
        async (damage) => {
          const rows = [good(1), ...damage.map((bad, index) => bad ?? good(index + 2)), good(100)];
          const sound = rows.filter((row) => /^\{"id":\d+,"text":"好"\}$/.test(row));
          fc.pre(rows.length - sound.length <= sound.length);
          const raw = await table(rows.join("\n"));
          expect(await ids(raw)).toEqual(sound.map((row) => (JSON.parse(row) as { id: number }).id));
          expect(raw.malformed.map(({ line }) => rows[line - 1])).toEqual(rows.filter((row) => !sound.includes(row)));
        },
      ),
      RUNS,
    );
  });
});

describe("is refused", () => {
  test.each([
    ["an array that is never closed", '[\n{"a":1},\n{"a":2}\n', "unclosed"],
    ["one that ends within a record", '[{"a":1},{"a":"x', "syntax"],
    ["one that ends after a comma", '[{"a":1},', "unclosed"],
    ["a document that is never closed", '{"total":2,"rows":[{"a":1},{"a":2}]', "unclosed"],
    ["a text after the array", '[{"a":1}]\n[{"a":2}]', "syntax"],
    ["nesting without end", `[{"a":${"[".repeat(100_000)}`, "nesting"],
    ["a document nested without end", `{"a":${'{"a":'.repeat(100_000)}`, "nesting"],
    ["broken quotes in one line, where the rest cannot be told", '[{"a":"x"y"},{"a":"z"}]', "syntax"],
    ["nothing but broken lines", '{"a":1\n{"a":2\n{"a":3\n', "syntax"],
    ["nothing but a beginning", '{"a":\n{"a":\n{"a":\n', "unclosed"],
  ])("%s", async (_, text, fault) => {
    const before = leftovers();
    const error = await refusal(text, "a.json");
    expect([error.code, error.params.fault]).toEqual(["damaged_file", fault]);
    for (const locale of ["zh", "en"] as const) expect(error.explain(locale)).toMatch(/^a\.json(:\d+)?: .{8,}[.。]$/);
    expect(leftovers()).toEqual(before);
  });
  test("an empty list, and a list of no objects", async () => {
    for (const empty of ["[]", "[{}]", "{}\n{}\n"]) expect((await refusal(empty)).code).toBe("empty_file");
    const lists = await refusal('[["a","b"],[1,2]]');
    expect([lists.code, lists.params.format]).toEqual(["no_profile", "json"]);
  });
});

describe("extremes", () => {
  test("10,000 names in one record", async () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i])));
    const raw = await table(`{"a":1}\n${wide}\n{"a":2}\n{"a":3}`);
    expect(raw.malformed).toMatchObject([{ line: 2, reason: "size" }]);
    expect([raw.width, await cells(raw)]).toEqual([1, [["a"], ["1"], ["2"], ["3"]]]);
    const empty = JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, {}])));
    expect((await table(`{"a":1}\n${empty}\n{"a":2}`)).malformed).toMatchObject([{ reason: "size" }]);
  });
  test("a value of 100,000 characters, and one of 20 MiB", async () => {
    const long = `${"问".repeat(50_000)}\\n${"题".repeat(50_000)}`;
    const raw = await table(
      `[{"a":1,"b":"${long}"},\n{"a":2,"b":"${"x".repeat(20 * 1024 * 1024)}"},\n{"a":3,"b":[{"c":"${"y ".repeat(300_000)}"}]}]`,
    );
    expect(raw.malformed).toMatchObject([{ line: 2, reason: "size" }]);
    const rows = await cells(raw);
    expect(rows.map((row) => row[0])).toEqual(["a", "1", "3"]);
    expect(rows[1]?.[1]).toBe(long.replace("\\n", "\n"));
    expect(rows[2]?.[1]).toBe(`[{"c":"${"y ".repeat(300_000)}"}]`);
  });
  test("more than the reading holds at once, names in any order", async () => {
    const records = Array.from({ length: 15_000 }, (_, index) =>
      index % 2 ? { id: index, text: "内容".repeat(index % 600) } : { text: `第${index}\n条`, id: index },
    );
    for (const layout of [
      records.map((record) => JSON.stringify(record)).join("\n"),
      JSON.stringify(records, null, 1),
    ]) {
      expect(Buffer.byteLength(layout)).toBeGreaterThan(9_000_000);
      const raw = await table(layout);
      expect(raw).toMatchObject({ records: 15_001, malformed: [] });
      expect((await cells(raw)).slice(1)).toEqual(records.map(({ id, text }) => [text, String(id)]));
    }
  });
});
