import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bench } from "./bench.ts";

const { table, read, cells, lines, refusal, leftovers } = await bench();
const page = (body: string, head = "") =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>${head}</head><body>${body}</body></html>`;
const of = async (body: string) => cells(await table(page(body), "list.xls"));

test("header cells, cells, entities, breaks and nested marks", async () => {
  const body = `<table border=1>
    <thead><tr><th>编号</th><th> 内容 </th></tr></thead>
    <tbody><tr><td>1</td><td>A&amp;B &lt;x&gt; <b>粗 <i>体</i></b><br>第二行<p>段</p></td></tr>
    <tr><td>002<td>"quoted", and&nbsp;more<script>no()</script><style>no{}</style>
    <tr><td>&nbsp;</td><td><!-- none --></td></tr>
    <tr><td>4</td><td>  many
      words  </td></tr></tbody></table>`;
  const raw = await table(page(body), "list.xls");
  expect(await cells(raw)).toEqual([
    ["编号", "内容"],
    ["1", "A&B <x> 粗 体\n第二行\n段"],
    ["002", '"quoted", and\u00a0more'],
    ["4", "many words"],
  ]);
  expect(lines(raw)).toEqual([1, 2, 3, 5]);
});

describe("cells that span", () => {
  test("several columns", async () => {
    expect(await of("<table><tr><td colspan=3>月报</td></tr><tr><td>a<td>b<td>c</tr></table>")).toEqual([
      ["月报", "", ""],
      ["a", "b", "c"],
    ]);
  });
  test("several rows: an amount is not repeated", async () => {
    const body = `<table><tr><td>甲<td>100<td>x</tr><tr><td>乙<td rowspan=2>300<td>y</tr><tr><td>丙<td>z</tr><tr><td>丁<td>5<td>w</tr></table>`;
    expect(await of(body)).toEqual([
      ["甲", "100", "x"],
      ["乙", "300", "y"],
      ["丙", "", "z"],
      ["丁", "5", "w"],
    ]);
  });
  test("both at once, side by side, and not beyond their group", async () => {
    const body = `<table><thead><tr><td rowspan=9 colspan=2>A<td>b</tr><tr><td>c</tr></thead><tbody><tr><td>d<td>e<td>f</tr></tbody></table>`;
    expect(await of(body)).toEqual([
      ["A", "", "b"],
      ["", "", "c"],
      ["d", "e", "f"],
    ]);
  });
  test("absurd spans cost no memory", async () => {
    const row = `<td colspan=99999999 rowspan=99999999>x</td>`;
    const raw = await table(page(`<table><tr><td>a<td>b</tr><tr>${row.repeat(1000)}</tr></table>`), "x.xls");
    expect(raw.malformed).toEqual([]);
    expect(raw.width).toBe(4001);
  });
});

describe("numbers as Excel keeps them", () => {
  test.each([
    ['<td x:num="1234.5">1,234.50</td>', "1234.5"],
    ['<td x:num="0.125">12.5%</td>', "0.125"],
    ['<td x:num="1234567">########</td>', "1234567"],
    ["<td x:num>42</td>", "42"],
    ['<td x:num="46000">2025-12-09</td>', "2025-12-09"],
    ['<td x:num="46000">2025年12月9日</td>', "2025年12月9日"],
    ['<td style="mso-number-format:\\@">00123</td>', "00123"],
  ])("%s", async (cell, text) => expect(await of(`<table><tr><td>a</td>${cell}</tr></table>`)).toEqual([["a", text]]));
});

test("the table with the most rows counts; a table in a cell is one of its own", async () => {
  const inner = "<table><tr><td>1<td>2</tr><tr><td>3<td>4</tr><tr><td>5<td>6</tr></table>";
  const body = `<table><tr><td>标题</td></tr></table><table><tr><td>外 ${inner}</td><td>旁</td></tr></table>`;
  expect(await of(body)).toEqual([
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
  const outer = `<table>${"<tr><td>r<td>s</tr>".repeat(9)}<tr><td>外${inner}末</td></tr></table>`;
  expect((await of(outer)).at(-1)).toEqual(["外\n1 2\n3 4\n5 6\n末", ""]);
});

describe("encoding", () => {
  const body = "<table><tr><td>登记编号<td>内容</tr><tr><td>1<td>质量问题</tr></table>";
  const wanted = [
    ["登记编号", "内容"],
    ["1", "质量问题"],
  ];
  test("GB2312 as declared", async () => {
    const bytes = iconv.encode(
      page(body, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
      "gb18030",
    );
    const file = await read(bytes, "gb.xls");
    expect([file.format, file.encoding]).toEqual(["html-table", "gb18030"]);
    expect(await cells(file.tables[0] as never)).toEqual(wanted);
  });
  test("UTF-8 that declares itself GB2312", async () => {
    const file = await read(page(body, "<meta charset=gb2312>"), "lie.xls");
    expect(file.encoding).toBe("utf-8");
    expect(await cells(file.tables[0] as never)).toEqual(wanted);
  });
  test("UTF-16 with a mark", async () => {
    const file = await read(Buffer.from(`\uFEFF${page(body)}`, "utf16le"), "u16.xls");
    expect([file.encoding, await cells(file.tables[0] as never)]).toEqual(["utf-16le", wanted]);
  });
});

test("a page without a table, or with an empty one", async () => {
  const before = leftovers();
  const none = await refusal(page("<p>请登录</p>"));
  expect([none.code, none.key, none.params]).toEqual(["no_profile", "readers.format_not_read", { format: "html" }]);
  expect((await refusal(page("<table><tr><td>&nbsp;</td></tr></table>"))).code).toBe("empty_file");
  expect(leftovers()).toEqual(before);
});

test("deeply nested tables do no harm", async () => {
  const raw = await table(page(`${"<table><tr><td>x".repeat(5000)}`), "deep.xls");
  expect(raw.records).toBe(1);
});

test("any cells come back", async () => {
  const word = fc
    .array(fc.constantFrom("a", "投", "<", "&", '"', ",", "'", "😀", "&amp;", "\n"), { maxLength: 6 })
    .map((c) => c.join("").trim());
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br/>");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (words) => {
        const rows = [["h1", "h2", "h3"], ...words];
        const body = rows
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
          .join("\n");
        expect(await of(`<table>${body}</table>`)).toEqual(rows.filter((row) => row.some((cell) => cell !== "")));
      },
    ),
  );
});
