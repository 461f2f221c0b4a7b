import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CLOSING, closingRow, LIST, listRow, REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { warehouseContent } from "../support/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

interface Loaded {
  accepted: number;
  rejected: number;
  rejections: { line: number; column: string | null; code: string; message: string }[];
  refused: { code: string } | null;
}

/** Loads files of lines, in their order, and gives what became of them and what the warehouse then holds. */
async function load(...files: readonly (readonly string[])[]) {
  const folder = await temporaryFolder();
  const paths: string[] = [];
  for (const [i, lines] of files.entries()) paths.push(await writeLines(folder, `${i}.csv`, lines));
  const data = path.join(folder, "data");
  const ran = await forewarn(["ingest", ...paths, "--data", data, "--json"]);
  const content = await warehouseContent(path.join(data, "warehouse.duckdb"));
  return {
    files: ran.json<{ files: Loaded[] }>().files,
    content: content as Record<string, Record<string, unknown>[]>,
  };
}

const LEDGER = "日期,处理部门,类型,项目,数量,计量单位,至少,价值(元),备注";

describe("other spellings are the same thing", () => {
  test("one activity, however its date and amount are written, with or without a column", async () => {
    const { content } = await load(
      [LEDGER, "2026-03-05,东河所,没收,过期饮料,31,瓶,,1000,"],
      [LEDGER, '2026/3/5,东河所,没收,过期饮料,31.0,瓶,,"1,000.00",'],
      [LEDGER.replace(",备注", ""), "2026年3月5日,东河所,没收,过期饮料,31,瓶,,1000元"],
    );
    expect(content.activity).toHaveLength(1);
    expect(content.activity?.[0]).toMatchObject({ value: "1000.00", quantity: "31.000", measure_unit: "瓶" });
  });

  test("one penalty, whatever the brackets of its number", async () => {
    const header = "工单号,案号,处理部门,立案日期,处罚决定日期,罚款(元),没收违法所得(元),没收物品,没收物品价值(元)";
    const rest = "执法大队,2026-03-01,2026-04-01,5000,0,,";
    const { content } = await load(
      [header, `A1,市监罚\uff082026\uff0912号,${rest}`],
      [header, `A1,市监罚(2026)12号,${rest}`],
    );
    expect(content.report_outcome).toHaveLength(1);
  });
});

describe("what is no ticket", () => {
  test.each([
    "合计",
    "本页合计",
    "合计(元)",
    "合计\uff1a12件",
    "总计金额",
    "共12件",
    "制表人\uff1a张样例",
    "打印时间: 2026-03-01",
  ])("%s is a row of totals or the foot of a table", async (first) => {
    const { files, content } = await load([CLOSING, closingRow("A1"), closingRow(first)]);
    expect(files[0]).toMatchObject({ accepted: 1, rejected: 1 });
    expect(files[0]?.rejections[0]).toMatchObject({ line: 3, code: "total_row" });
    expect(content.ticket).toHaveLength(1);
  });

  test("a number that a spreadsheet has cut off names no ticket", async () => {
    const { files } = await load([
      CLOSING,
      closingRow("2.02603E+16"),
      closingRow('"=""2026001"""'),
      closingRow("2026001"),
    ]);
    expect(files[0]?.rejections).toMatchObject([{ line: 2, column: "工单号", code: "out_of_range" }]);
    expect(files[0]?.rejections[0]?.message).toContain("last digits");
    expect(files[0]).toMatchObject({ accepted: 1 });
  });

  test("a second header further down, however well it fits, hides no row above it", async () => {
    const { files } = await load([
      CLOSING.replace("调解方式", "调解方试"),
      closingRow("A1"),
      closingRow("A2"),
      CLOSING,
      closingRow("A3"),
    ]);
    expect(files[0]).toMatchObject({ accepted: 3, rejected: 1 });
    expect(files[0]?.rejections[0]).toMatchObject({ line: 4 });
  });
});

describe("what holds", () => {
  test("a refusal is undone by a later step of the handling", async () => {
    const { content } = await load(
      [LIST, listRow("A1", { status: "不予受理" }), listRow("A2", { status: "不予受理" })],
      [LIST, listRow("A1", { status: "办理中", registered: "2026-03-02 10:00:00" })],
    );
    expect(content.ticket?.map(({ acceptance }) => acceptance)).toEqual(["accepted", "refused"]);
  });

  test("a word that is not known does not keep an older code", async () => {
    const { content } = await load(
      [REGISTER, registerRow("A1", { outcome: "达成调解协议", concluded: "2026-03-20" })],
      [REGISTER, registerRow("A1", { outcome: "一种新的结果", concluded: "2026-03-25" })],
    );
    expect(content.ticket?.[0]).toMatchObject({
      outcome: null,
      outcome_words: "一种新的结果",
      quality: expect.arrayContaining(["unmapped_outcome"]),
    });
  });

  test("that one row speaks of no appraisal does not deny the one that does; a wish for one is none", async () => {
    const keyword = (row: string, word: string) => row.split(",").with(11, word).join(",");
    const { content } = await load([
      REGISTER,
      keyword(registerRow("A1"), "鉴定"),
      keyword(registerRow("A1", { concluded: "2026-03-25" }), "手机"),
      keyword(registerRow("A2"), "无需鉴定"),
    ]);
    expect(content.ticket?.map(({ appraisal }) => appraisal)).toEqual([true, null]);
  });

  test("the layout's own caption outranks a synonym that stands further left", async () => {
    const { content } = await load([`管辖单位,${REGISTER}`, `县局,${registerRow("A1", { unit: "东河所" })}`]);
    expect(content.ticket?.[0]).toMatchObject({ unit: "东河所" });
  });

  test("people who give no name and no number are not one person", async () => {
    const person = (row: string, name: string, phone: string) => row.split(",").with(3, name).with(4, phone).join(",");
    const { content } = await load([
      REGISTER,
      person(registerRow("A1"), "匿名", ""),
      person(registerRow("A2"), "", "00000000000"),
      person(registerRow("A3"), "张**", ""),
      person(registerRow("A4"), "匿名", "0571-8888 7777"),
    ]);
    expect(content.ticket?.map(({ complainant_key }) => complainant_key)).toEqual([
      null,
      null,
      null,
      "tel:057188887777",
    ]);
  });

  test.each([
    ["张样例等12人", 12],
    ["张样例 等 １２ 名消费者", 12],
    ["样例小区业主等三十余户", 30],
    ["张样例", null],
    ["张样例等", null],
    ["张样例等若干人", null],
  ])("a joint complaint is one ticket: %s", async (name, people) => {
    const { content } = await load([REGISTER, registerRow("A1").split(",").with(3, name).join(",")]);
    expect(content.ticket).toHaveLength(1);
    expect(content.ticket?.[0]).toMatchObject({ people });
  });

  test.each([
    ["2026-03-05T10:20:30", "2026-03-05 10:20:30", "second"],
    ["2026-03-05 10:20:30.0", "2026-03-05 10:20:30", "second"],
    ["2026年3月5日 10:20", "2026-03-05 10:20:00", "second"],
    ["20260305102030", "2026-03-05 10:20:30", "second"],
    ["20260305", "2026-03-05 00:00:00", "day"],
    ["２０２６-０３-０５", "2026-03-05 00:00:00", "day"],
  ])("%s is a date", async (text, accepted_at, accepted_at_precision) => {
    const { content } = await load([REGISTER, registerRow("A1", { accepted: text })]);
    expect(content.ticket?.[0]).toMatchObject({ accepted_at, accepted_at_precision });
  });

  test.each(["2026111", "infinity", "2026-13-01", "昨天"])("%s is no date", async (text) => {
    const { files } = await load([REGISTER, registerRow("A1", { accepted: text })]);
    expect(files[0]?.rejections[0]).toMatchObject({ code: "not_a_date" });
  });
});

test("a link that leads nowhere, or in a circle, stops no other file", async () => {
  const folder = await temporaryFolder();
  const files = path.join(folder, "files");
  await mkdir(files);
  await symlink(path.join(folder, "gone.csv"), path.join(files, "a.csv"));
  await symlink(files, path.join(files, "circle"));
  const file = await writeLines(files, "b.csv", [REGISTER, registerRow("A1")]);
  const ran = await forewarn(["ingest", files, file, "--data", path.join(folder, "data"), "--json"]);
  expect(ran.code).toBe(1);
  const { files: loaded } = ran.json<{ files: Loaded[] }>();
  expect(loaded.map(({ accepted, refused }) => [accepted, refused?.code ?? null])).toEqual([
    [0, "damaged_file"],
    [1, null],
  ]);
});
