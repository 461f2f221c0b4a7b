import { writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { profileSchema } from "../../src/ingest/profile.ts";
import { temporaryFolder } from "../support/folder.ts";
import { fieldsOf, scaffoldFile, scaffoldTable } from "./scaffolded.ts";

const pad = (value: number) => String(value).padStart(2, "0");
const rows = (count: number, row: (i: number) => string[]) => Array.from({ length: count }, (_, i) => row(i));

describe("a first profile for an unknown file", () => {
  test("of an English export: number, dates, business, words, money", async () => {
    const header = [
      "Case No.",
      "Date Received",
      "Date Closed",
      "Company Name",
      "Issue",
      "Amount Refunded",
      "Consumer Phone",
      "Remarks",
    ];
    const found = await scaffoldTable([
      header,
      ...rows(60, (i) => [
        `C-${1000 + i}`,
        `${pad((i % 12) + 1)}/${pad((i % 28) + 1)}/2025`,
        i % 4 === 0 ? "N/A" : `${pad((i % 12) + 1)}/${pad((i % 28) + 1)}/2026`,
        `Made-up Shop ${i % 9}`,
        ["Advertising", "Price", "Wrong size sent"][i % 3] as string,
        i % 2 === 0 ? `$1,${pad(i)}0.50` : "",
        `(555) 555-01${pad(i)}`,
        `line ${i}`,
      ]),
    ]);
    expect(fieldsOf(found)).toEqual({
      kind: "=complaint",
      native_id: "Case No.",
      registered_at: "Date Received",
      concluded_at: "Date Closed",
      respondent_name: "Company Name",
      problem_codes: "Issue",
      problem_words: "Issue",
      recovered: "Amount Refunded",
      complainant_phone: "Consumer Phone",
    });
    expect(found.profile).toMatchObject({
      id: "export",
      dates: ["%m/%d/%Y"],
      missing: ["N/A"],
      values: { problem: { P03: ["Price"] } },
      layouts: [{ record: "ticket", header, identity: { native: "Case No." } }],
    });
    expect(found.yaml).toContain('#   - "Wrong size sent" # 20');
    expect(found.yaml).toMatch(/recovered: .*# guess: .*30 of 30 cells are amounts/);
    expect(found.yaml).toMatch(/complainant_phone: .*personal/);
    expect(found.chosen.choice?.score).toBe(1);
    // Every guess stands in the YAML at a line of its own.
    expect(found.yaml.match(/# (guess|GUESS): /gu)).toHaveLength(found.guesses.length);
  });

  test("of a Chinese export in GB18030 below a title, with a unit in the caption and a row of totals", async () => {
    const file = path.join(await temporaryFolder(), "2026年投诉明细.csv");
    const lines = [
      "某某局投诉明细表,,,,,,,,",
      "登记编号,业务类型,登记时间,被投诉人名称,调解结果,挽回经济损失(万元),问题类别,来电号码,投诉人姓名",
      ...rows(40, (i) => [
        `T2026${pad(i)}`,
        i % 5 === 0 ? "举报" : "投诉",
        `2026年${(i % 9) + 1}月${(i % 28) + 1}日`,
        `虚构商店${i % 7}`,
        i % 2 === 0 ? "达成调解协议" : "虚构的结果",
        "0.5",
        i % 2 === 0 ? "质量" : "价格问题",
        `199000000${pad(i)}`,
        "张样例",
      ]).map((row) => row.join(",")),
      "合计,,,,,20,,,",
    ];
    await writeFile(file, iconv.encode(lines.join("\r\n"), "gb18030"));
    const found = await scaffoldFile(file);
    expect(fieldsOf(found)).toEqual({
      native_id: "登记编号",
      kind: "业务类型",
      registered_at: "登记时间",
      respondent_name: "被投诉人名称",
      problem_codes: "问题类别",
      problem_words: "问题类别",
      outcome: "调解结果",
      outcome_words: "调解结果",
      recovered: "挽回经济损失(万元)",
      complainant_name: "投诉人姓名",
      complainant_phone: "来电号码",
    });
    expect(found.profile.dates).toEqual(["%Y年%m月%d日"]);
    expect(found.profile.totals).toEqual(["合计"]);
    expect(found.profile.values).toEqual({
      kind: { complaint: ["投诉"], report: ["举报"] },
      problem: { P01: ["质量"], P03: ["价格问题"] },
      outcome: { agreement: ["达成调解协议"] },
    });
    expect(found.profile.id).toMatch(/^export-[0-9a-f]{8}$/);
    expect(found.chosen.choice).toMatchObject({ headerRecord: 2, score: 1 });
    expect(found.chosen.choice?.columns.factor.get("挽回经济损失(万元)")).toBe(10_000);
    for (const secret of ["张样例", "199000000", "虚构商店"]) expect(found.yaml).not.toContain(secret);
  });

  test("of tab-separated values without a header: told by looks, never by values", async () => {
    const file = path.join(await temporaryFolder(), "flat.txt");
    const lines = rows(50, (i) => [
      String(i + 1),
      String(120_000 + i * 3),
      "MADE-UP MOTORS",
      `2025${pad((i % 12) + 1)}${pad((i % 28) + 1)}`,
      i % 3 === 0 ? "Y" : "N",
      `THE INVENTED PART OF CAR ${i} FAILED ON AN INVENTED ROAD, AND NOBODY CAME TO ANY HARM FROM IT AT ALL.`,
    ]);
    await writeFile(file, lines.map((line) => line.join("\t")).join("\r\n"));
    const found = await scaffoldFile(file);
    const [layout] = found.profile.layouts;
    expect(layout).toMatchObject({
      headerless: true,
      header: ["column_1", "column_2", "column_3", "column_4", "column_5", "column_6"],
      // The first column is the number of the line.
      identity: { native: "column_2" },
      looks: { column_2: "^[0-9]{6}$", column_4: "^[0-9]{4}[0-9]{2}[0-9]{2}" },
    });
    expect(fieldsOf(found)).toEqual({
      kind: "=complaint",
      native_id: "column_2",
      registered_at: "column_4",
      narrative: "column_6",
    });
    expect(found.yaml).not.toContain("INVENTED");
    expect(found.yaml).not.toContain("MOTORS");
  });
});

describe("the order of day and month", () => {
  const table = (dates: readonly string[]) => [
    ["Case No", "Complaint date"],
    ...dates.map((date, i) => [`A${i}`, date]),
  ];

  test("is told by days beyond the twelfth", async () => {
    const found = await scaffoldTable(table(["03/04/2025", "25/04/2025", "11/12/2025", "31/01/2026"]));
    expect(found.profile.dates).toEqual(["%d/%m/%Y"]);
    expect(found.yaml).toMatch(/^dates: .*# guess: .*d\/m\/Y: 2 can only be so, 0 only the other way round, 2 either/m);
  });

  test("of one column is told by another", async () => {
    const found = await scaffoldTable([
      ["Case No", "Complaint date", "Date closed"],
      ["A1", "03/04/2025", "04/25/2025 10:30"],
      ["A2", "05/06/2025", "07/08/2025 11:00"],
    ]);
    expect(found.profile.dates).toEqual(["%m/%d/%Y", "%m/%d/%Y %H:%M"]);
    expect(fieldsOf(found)).toMatchObject({ registered_at: "Complaint date", concluded_at: "Date closed" });
  });

  test("is loudly a guess where no day says", async () => {
    const found = await scaffoldTable(table(["03/04/2025", "05/06/2025", "11/12/2025"]));
    expect(found.profile.dates).toEqual(["%d/%m/%Y"]);
    expect(found.yaml).toMatch(/^dates: .*# GUESS: order not certain; /m);
    expect(found.guesses.find(({ field }) => field === "dates")).toMatchObject({ sure: "low", loud: true });
  });

  test("never gives formats that contradict each other", async () => {
    const found = await scaffoldTable(table(["03/04/2025", "25/04/2025", "04/25/2025", "26/04/25", "27/04/2025"]));
    expect(found.profile.dates).toEqual(["%d/%m/%Y", "%d/%m/%y"]);
    expect(found.yaml).toMatch(/^dates: .*# GUESS: .*1 only the other way round/m);
  });

  test.each([
    [["2026-03-01T09:30:00.123", "2026-03-02T10:00:00"], ["%Y-%m-%d %H:%M:%S"]],
    [
      ["2026.3.1", "2026.03.02 09:30"],
      ["%Y.%m.%d", "%Y.%m.%d %H:%M"],
    ],
    [["20260301", "20260302"], ["%Y%m%d"]],
    [["1-Mar-26", "12-Apr-26"], ["%d-%b-%y"]],
    [["3/1/26 1:05 PM", "3/21/26 11:05 AM"], ["%m/%d/%y %I:%M %p"]],
    [["46082", "46083.5"], ["excel"]],
  ])("%j", async (dates, formats) => {
    const found = await scaffoldTable(table(dates));
    expect(found.profile.dates).toEqual(formats);
    expect(fieldsOf(found).registered_at).toBe("Complaint date");
  });
});

describe("what a file may hold", () => {
  test("hostile captions and words end no comment and no quote", async () => {
    const captions = [
      "Case\nNo: # x",
      '"Issue"',
      "`status`",
      "=cmd|'/c calc'!A1",
      "- {a: b}",
      "'%YAML",
      "&anchor *alias",
      "\u001b[31mred\u2028\u0085x",
      "(a|b",
      "NULL",
    ];
    const hostile = ['a"b', "it's", "#no\nyes", "*x", "!!js", "key: value", "\u202eabc", "\u001b[2Jz"];
    const found = await scaffoldTable([
      captions,
      ...rows(64, (i) => [
        `N${i}`,
        hostile[i % 8] as string,
        hostile[(i + 3) % 8] as string,
        ...Array(7).fill(hostile[i % 8]),
      ]),
    ]);
    const document = parseDocument(found.yaml);
    expect(document.errors).toEqual([]);
    expect(profileSchema.parse(document.toJS())).toEqual(found.profile);
    expect(found.profile.layouts[0]?.header).toHaveLength(captions.length);
    expect(found.chosen.choice?.columns.at.size).toBe(captions.length);
    // A terminal is shown no sign that it would obey.
    expect(found.yaml).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029]/u);
    // Nothing but what was meant stands in the document: the keys of a profile.
    expect(Object.keys(document.toJS() as object)).toEqual([
      "id",
      "version",
      "title",
      "dates",
      "missing",
      "totals",
      "values",
      "layouts",
    ]);
  });

  test("300 columns", async () => {
    const found = await scaffoldTable([
      ["Case number", "Date received", ...rows(298, (i) => [`extra ${i}`]).flat()],
      ...rows(30, (i) => [`K${i}`, `2026-01-${pad((i % 28) + 1)}`, ...Array<string>(298).fill(String(i))]),
    ]);
    expect(found.profile.layouts[0]?.header).toHaveLength(300);
    expect(fieldsOf(found)).toMatchObject({ native_id: "Case number", registered_at: "Date received" });
    expect(found.chosen.choice?.score).toBe(1);
  });

  test("captions that stand twice or not at all", async () => {
    const found = await scaffoldTable([
      ["Case number", "", "Date received", "Amount refunded", "Amount refunded", "Status"],
      ...rows(30, (i) => [`K${i}`, "x", "2026-01-05", "10.00", "20.00", i % 2 === 0 ? "Open" : "Closed"]),
    ]);
    expect(found.profile.layouts[0]?.header).toEqual([
      "Case number",
      "column_2",
      "Date received",
      "Amount refunded",
      "Status",
    ]);
    // Which of two amounts counts would be a guess.
    expect(fieldsOf(found)).not.toHaveProperty("recovered");
    expect(found.profile.values.status).toEqual({ in_progress: ["Open"], concluded: ["Closed"] });
    expect(found.yaml).toContain("another column has the same caption");
  });

  test("a number that several rows share is no identity, and the reason is loud", async () => {
    const found = await scaffoldTable([
      ["File no", "Company", "Recovery"],
      ...rows(40, (i) => [`F${i % 25}`, `Made-up ${i}`, "10.00"]),
    ]);
    expect(found.profile.layouts[0]?.identity).toEqual({ content: ["File no", "Company", "Recovery"] });
    expect(found.yaml).toMatch(/# GUESS: "File no" is called a number, but 40 rows have only 25/);
  });

  test("rows of one number with one time of registration are parts of one case: their amounts must not add up", async () => {
    const found = await scaffoldTable([
      ["File no", "Date opened", "Coverage", "Recovery"],
      ...rows(40, (i) => [`F${i % 20}`, `2026-01-${pad((i % 20) + 1)}`, `Made-up ${i}`, "10.00"]),
    ]);
    expect(found.profile.layouts[0]).toMatchObject({ identity: { native: "File no" }, repeats: true });
    expect(found.yaml).toMatch(/# GUESS: 40 rows have 20 "File no"/);
  });

  test("rows that are repeated whole leave a number its identity", async () => {
    const all = rows(30, (i) => [`F${i}`, `Made-up ${i}`]);
    const found = await scaffoldTable([["File no", "Company"], ...all, all[3] as string[]]);
    expect(found.profile.layouts[0]?.identity).toEqual({ native: "File no" });
  });

  test("amounts with a decimal comma are not taken for others", async () => {
    const found = await scaffoldTable([
      ["Case number", "Valor reclamado"],
      ...rows(30, (i) => [`K${i}`, `1.${100 + i},50`]),
    ]);
    expect(fieldsOf(found)).not.toHaveProperty("disputed");
    expect(found.yaml).toContain('"Valor reclamado": numbers with a decimal comma');
  });

  test("无 beside 有 is an answer, not a missing value", async () => {
    const found = await scaffoldTable([
      ["登记编号", "是否立案", "备注"],
      ...rows(30, (i) => [`K${i}`, i % 2 === 0 ? "有" : "无", "—"]),
    ]);
    expect(found.profile.missing).toEqual(["—"]);
    expect(fieldsOf(found).case_filed).toBe("是否立案");
  });

  test.each([
    ["a file without anything in it", "", "readers.empty_file"],
    ["one column", "Case number\nA1\nA2\n", "profile.narrow"],
    ["a table of sums", "类别,件数,同比,占比\n食品,120,5%,40%\n服装,80,-3%,27%\n", "ingest.aggregate_table"],
    ["words without a header", "a,b\nb,a\na,a\nb,b\na,b\nb,a\n", "profile.no_looks"],
  ])("%s is refused", async (_, text, key) => {
    const file = path.join(await temporaryFolder(), "in.csv");
    await writeFile(file, text);
    await expect(scaffoldFile(file)).rejects.toMatchObject({ key });
  });

  test("a header alone", async () => {
    const found = await scaffoldTable([["工单号", "登记时间", "挽回经济损失"]]);
    expect(fieldsOf(found)).toEqual({
      kind: "=complaint",
      native_id: "工单号",
      registered_at: "登记时间",
      recovered: "挽回经济损失",
    });
  });
});

describe("what is personal stays out", () => {
  const secrets = [
    "张三丰",
    "13900001234",
    "someone@example.invalid",
    "440101199001011234",
    "O'HARA, PAT",
    "虚构路12号3室",
  ];
  // Few words, each in many rows: by the numbers alone they would be a list of codes.
  test.each(["问题类别", "调解结果", "状态", "Product", "Issue"])("in a column called %s", async (caption) => {
    for (const secret of secrets) {
      const found = await scaffoldTable([
        ["Case number", caption],
        ...rows(60, (i) => [`K${i}`, i % 3 === 0 ? secret : i % 3 === 1 ? secret.replace(/.$/u, "5") : "Price"]),
      ]);
      expect(found.yaml).not.toContain(secret);
      expect(JSON.stringify(found.guesses)).not.toContain(secret);
    }
  });

  test("in columns that tell of people", async () => {
    const found = await scaffoldTable([
      ["Case number", "Customer name", "性别", "Telephone", "Details", "E-mail"],
      ...rows(40, (i) => [`K${i}`, "PAT EXAMPLE", "女", "555-0100", "I was sold an invented thing", "a@b.invalid"]),
    ]);
    for (const secret of ["EXAMPLE", "女", "0100", "invented", "b.invalid"]) expect(found.yaml).not.toContain(secret);
    expect(found.yaml).toMatch(/#\s+"性别": personal/);
    expect(found.yaml).toMatch(/#\s+"E-mail": personal/);
  });
});

/** A caption that every object of JavaScript has as a property is looked for among a profile's synonyms, and found there. */
const isProperty = (text: string) => text in {};

test("a scaffold of any table is valid and fits that table", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !isProperty(text)),
    fc.string({ unit: "binary", maxLength: 6 }).filter((text) => !text.includes("\0") && !isProperty(text)),
    fc.constantFrom(
      "登记编号",
      "Date received",
      "金额(元)",
      "状态",
      "2026-03-01",
      "03/04/2025",
      "12.50",
      "NULL",
      "合计",
      ": #",
      "\r\n",
      '"',
    ),
    fc.integer().map(String),
  );
  const tables = fc
    .integer({ min: 2, max: 7 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );
  const folder = await temporaryFolder();
  const refusals = new Set([
    "profile.narrow",
    "profile.no_looks",
    "ingest.aggregate_table",
    "readers.empty_file",
    "readers.damaged_file",
    "readers.format_not_read",
  ]);
  let fitted = 0;
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      try {
        const found = await scaffoldTable(table, { folder });
        expect(profileSchema.parse(parseDocument(found.yaml).toJS())).toEqual(found.profile);
        const [layout] = found.profile.layouts;
        if (layout?.headerless) {
          for (const [name, look] of Object.entries(layout.looks)) {
            const column = layout.header.indexOf(name);
            const cells = table.map((record) => (record[column] ?? "").trim()).filter((text) => text !== "");
            const values = cells.filter((text) => !found.profile.missing.includes(text));
            expect(values.filter((text) => !new RegExp(look, "u").test(text))).toEqual([]);
          }
        } else expect(found.chosen.choice).not.toBeNull();
        fitted++;
      } catch (error) {
        if (!refusals.has((error as { key?: string }).key ?? "")) throw error;
      }
    }),
    { numRuns: 60 },
  );
  expect(fitted).toBeGreaterThan(10);
}, 120_000);
