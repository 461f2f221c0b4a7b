import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openWarehouse } from "../../src/warehouse/open.ts";
import { CLOSING, closingRow, LIST, listRow, REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { warehouseContent, warehouseFates } from "../support/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import type { IngestDocument } from "../support/ingest-document.ts";
import { forewarn } from "../support/run.ts";

/** A data folder of its own with commands on it. */
async function bureau() {
  const folder = await temporaryFolder();
  const data = path.join(folder, "data");
  await mkdir(data);
  const ingest = async (...args: readonly string[]) =>
    (await forewarn(["ingest", ...args, "--data", data, "--json"])).json<IngestDocument>();
  return {
    folder,
    data,
    ingest,
    write: (name: string, ...lines: readonly string[]) => writeLines(folder, name, lines),
    content: async () =>
      (await warehouseContent(path.join(data, "warehouse.duckdb"))) as Record<string, Record<string, unknown>[]>,
    fates: () => warehouseFates(path.join(data, "warehouse.duckdb")),
  };
}

describe("which version holds", () => {
  test("the export that its name dates later, in whatever order they are loaded", async () => {
    // The suspended step outranks the handling; that it goes on is told by the later export alone.
    for (const reversed of [false, true]) {
      const { ingest, write, content } = await bureau();
      const files = [
        await write("列表_20260401.csv", LIST, listRow("A1", { status: "已挂起" })),
        await write("列表_20260501.csv", LIST, listRow("A1", { status: "办理中" })),
      ];
      await ingest(...(reversed ? files.toReversed() : files).slice(0, 1));
      await ingest(...(reversed ? files.toReversed() : files).slice(1));
      expect((await content()).ticket?.[0]).toMatchObject({ status: "in_progress", versions: 2 });
    }
  });

  test("what a still later export tells again holds again", async () => {
    const { ingest, write, content } = await bureau();
    const same = [LIST, listRow("A1", { status: "已挂起" })];
    const files = await Promise.all([
      write("a_20260401.csv", ...same),
      write("b_20260501.csv", LIST, listRow("A1", { status: "办理中" })),
      write("c_20260601.csv", ...same, listRow("A2")),
    ]);
    expect((await ingest(...files)).files.map(({ unchanged }) => unchanged)).toEqual([0, 0, 1]);
    expect((await content()).ticket?.[0]).toMatchObject({ status: "suspended" });
  });

  test("amounts of one step that differ are told as conflicting, and both are kept", async () => {
    const { ingest, write, content } = await bureau();
    await ingest(
      await write("a.csv", CLOSING, closingRow("A1", { recovered: "80" })),
      await write("b.csv", CLOSING, closingRow("A1", { recovered: "95" })),
      await write("c.csv", CLOSING, closingRow("A2", { recovered: "0" })),
      await write("d.csv", CLOSING, closingRow("A2", { recovered: "70" })),
    );
    const { ticket, ticket_version } = await content();
    expect(ticket).toMatchObject([
      { recovered: "95.00", recovered_basis: "conflicting" },
      { recovered: "70.00", recovered_basis: "stated" },
    ]);
    expect(ticket_version?.map(({ recovered }) => recovered).sort()).toEqual(["0.00", "70.00", "80.00", "95.00"]);
  });

  test("a ticket that was opened again keeps its first acceptance and waits for its last conclusion", async () => {
    const { ingest, write, content } = await bureau();
    const header = `${REGISTER},工单状态`;
    const profile = (await readFile(path.resolve("src/ingest/profiles/cn-12315.yaml"), "utf8"))
      .replace("        办结时间,\n      ]", "        办结时间,\n        工单状态,\n      ]")
      .replace(
        "      accepted_at: { from: 办理时间 }\n      concluded_at: { from: 办结时间 }",
        "      accepted_at: { from: 办理时间 }\n      concluded_at: { from: 办结时间 }\n      status: { from: 工单状态, values: status }\n      status_words: { from: 工单状态 }",
      );
    const { folder, data } = await bureau();
    await mkdir(path.join(data, "profiles"));
    await writeFile(path.join(data, "profiles", "own.yaml"), profile);
    const first = await writeLines(folder, "a.csv", [
      header,
      `${registerRow("A1", { accepted: "2026-03-02", concluded: "2026-03-10", outcome: "未达成调解协议" })},已办结`,
    ]);
    const second = await writeLines(folder, "b.csv", [
      header,
      `${registerRow("A1", { accepted: "2026-03-20" })},办理中`,
    ]);
    const third = await writeLines(folder, "c.csv", [
      header,
      `${registerRow("A1", { accepted: "2026-03-20", concluded: "2026-04-02", outcome: "达成调解协议" })},已办结`,
    ]);
    const load = (file: string) => forewarn(["ingest", file, "--data", data]);
    const ticket = async () =>
      ((await warehouseContent(path.join(data, "warehouse.duckdb"))).ticket as Record<string, unknown>[])[0];
    await load(first);
    await load(second);
    expect(await ticket()).toMatchObject({ accepted_at: "2026-03-02 00:00:00", concluded_at: null, outcome: null });
    await load(third);
    expect(await ticket()).toMatchObject({
      accepted_at: "2026-03-02 00:00:00",
      concluded_at: "2026-04-02 00:00:00",
      outcome: "agreement",
      versions: 3,
    });
    void [ingest, write, content];
  });

  test("a later closing closes what was opened again, though it tells no status; one of the first conclusion does not", async () => {
    const { ingest, write, content } = await bureau();
    const state = async () => {
      const [ticket] = (await content()).ticket ?? [];
      return [ticket?.status, ticket?.concluded_at, ticket?.outcome];
    };
    const closing = (day: string, concluded: string, recovered: string) =>
      write(`办结反馈_${day}.csv`, CLOSING, closingRow("A1", { concluded, recovered }));
    await ingest(await closing("20260321", "2026-03-20", "80"));
    await ingest(await write("列表_20260401.csv", LIST, listRow("A1", { status: "重办审批" })));
    expect(await state()).toEqual(["in_progress", null, null]);
    await ingest(await closing("20260501", "2026-03-20", "81"));
    expect(await state()).toEqual(["in_progress", null, null]);
    await ingest(await closing("20260601", "2026-05-20", "82"));
    expect(await state()).toEqual(["concluded", "2026-05-20 00:00:00", "agreement"]);
  });
});

describe("dates that contradict their order", () => {
  const PROFILE = `id: own-dates
version: 1
title: { zh: 样例, en: sample }
dates: ["%m/%d/%Y"]
layouts:
  - id: list
    title: { zh: 样例, en: sample }
    record: ticket
    header: [number, lodged, shop]
    identity: { native: number }
    fields:
      native_id: { from: number, required: true }
      registered_at: { from: lodged }
      respondent_name: { from: shop }
`;
  test("none of the column is read as another month", async () => {
    const { data, ingest, write, content } = await bureau();
    await mkdir(path.join(data, "profiles"));
    await writeFile(path.join(data, "profiles", "own.yaml"), PROFILE);
    const days = ["03/04/2026", "25/04/2026", "05/06/2026", ""];
    const [file] = (
      await ingest(await write("days.csv", "number,lodged,shop", ...days.map((day, i) => `N${i},${day},Sample Shop`)))
    ).files;
    expect(file).toMatchObject({ rows: 4, accepted: 1, rejected: 3 });
    expect(file?.rejections.map(({ line, column, code }) => [line, column, code])).toEqual(
      [2, 3, 4].map((line) => [line, "lodged", "not_a_date"]),
    );
    expect(file?.rejections[0]?.message).toContain("order of day and month");
    expect((await content()).ticket?.map(({ registered_at }) => registered_at)).toEqual([null]);
  });
  test("one slip of the keyboard among many rows costs its own row", async () => {
    const { data, ingest, write } = await bureau();
    await mkdir(path.join(data, "profiles"));
    await writeFile(path.join(data, "profiles", "own.yaml"), PROFILE);
    const rows = Array.from({ length: 40 }, (_, i) => `N${i},${i === 7 ? "25/04/2026" : "04/25/2026"},Sample Shop`);
    const [file] = (await ingest(await write("days.csv", "number,lodged,shop", ...rows))).files;
    expect(file).toMatchObject({ accepted: 39, rejected: 1 });
  });
});

describe("taking a file out again", () => {
  test("leaves what the others alone would have made, and hands on what they tell too", async () => {
    const one = await bureau();
    const a = await one.write("a.csv", REGISTER, registerRow("A1"), registerRow("A2"), registerRow("A3"));
    const b = await one.write("b.csv", REGISTER, registerRow("A2"), registerRow("A4"), registerRow("A4"), "bad,row");
    const c = await one.write("c.csv", CLOSING, closingRow("A2"), closingRow("A3"));
    await one.ingest(a, b, c);
    const undone = await forewarn(["ingest", "--undo", "a.csv", "--data", one.data, "--json"]);
    expect([undone.code, undone.json()]).toEqual([
      0,
      { undone: [{ name: "a.csv", rows: 3 }], totals: { files: 1, rows: 3 } },
    ]);
    const other = await bureau();
    await other.ingest(b, c);
    expect(await one.content()).toEqual(await other.content());
    expect(await one.fates()).toEqual(await other.fates());
    // And a file that was taken out can be loaded again.
    expect((await one.ingest(a)).files[0]).toMatchObject({ accepted: 2, unchanged: 1 });
  });
  test("a batch is taken out whole; an unknown name is told", async () => {
    const { data, ingest, write, content } = await bureau();
    const { batch } = await ingest(
      await write("a.csv", REGISTER, registerRow("A1")),
      await write("b.csv", REGISTER, registerRow("A2")),
    );
    const unknown = await forewarn(["ingest", "--undo", "z.csv", "--data", data]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("z.csv")]);
    expect((await forewarn(["ingest", "--undo", batch, "--data", data])).code).toBe(0);
    expect((await content()).ticket).toEqual([]);
  });
});

describe("rejected rows", () => {
  test("are mended in a spreadsheet and find their way back", async () => {
    const { folder, data, ingest, write, content } = await bureau();
    const a = await write("a.csv", REGISTER, registerRow("00012"), registerRow("A2", { accepted: "昨天" }), "A3,投诉");
    const b = await write("b.csv", CLOSING, closingRow("A2", { recovered: "many" }), closingRow("=1+1"));
    await ingest(a, b);
    const out = path.join(folder, "rejects.csv");
    expect((await forewarn(["rejects", "--data", data, "--out", out])).code).toBe(0);
    const text = await readFile(out, "utf8");
    expect(text.startsWith("\ufefffile,sha256,sheet,line,column,value,code,message,also,")).toBe(true);
    // As a person does: one date, one amount; the torn row is left as it is.
    await writeFile(out, text.replaceAll(/,昨天,/gu, ",2026-03-09,").replaceAll(/,many,/gu, ",120.50,"));
    const [mended] = (await ingest(out)).files;
    expect(mended).toMatchObject({ rows: 3, accepted: 2, rejected: 1, refused: null });
    expect((await content()).ticket?.find(({ native_id }) => native_id === "A2")).toMatchObject({
      accepted_at: "2026-03-09 00:00:00",
      recovered: "120.50",
    });
    const waiting = (await forewarn(["rejects", "--data", data, "--format", "json"])).json<{ file: string }[]>();
    expect(waiting.map(({ file }) => file)).toEqual(["rejects.csv"]);
    const all = (await forewarn(["rejects", "--data", data, "--all", "--format", "json"])).json<
      { file: string; mendedBy: string | null }[]
    >();
    expect(all.map(({ file, mendedBy }) => [file, mendedBy])).toEqual([
      ["a.csv", "rejects.csv"],
      ["a.csv", "rejects.csv"],
      ["b.csv", "rejects.csv"],
      ["rejects.csv", null],
    ]);
  });
  test("of a file that is not in the warehouse are refused", async () => {
    const one = await bureau();
    await one.ingest(await one.write("a.csv", REGISTER, registerRow("A2", { accepted: "昨天" })));
    const out = path.join(one.folder, "rejects.csv");
    await forewarn(["rejects", "--data", one.data, "--out", out]);
    const other = await bureau();
    expect((await other.ingest(out)).files[0]?.refused).toMatchObject({ code: "no_profile" });
  });
});

test("a known file is read anew when the bureau's regions have changed, and the ticket with it", async () => {
  const { data, ingest, write, content } = await bureau();
  const header =
    "序号,表单号,工单号,标题,诉求内容,诉求时间,诉求来源,来电号码,工单状态,来电人姓名,关键字,涉及主体名称,处理部门,处理结果,商品品牌,挽回经济损失,加倍赔偿金额,经营地址区域,经营地址详细地址,涉及客体分类,涉及问题分类,是否诉转案,业务性质,调解结果";
  const row =
    "1,,Q1,虚构,虚构的内容,2026-03-01 09:00:00,电话,19900000001,办理中,张样例,,样例商店,东河所,,,0,0,样例镇,样例路,食品,质量,否,投诉,";
  const file = await write("a.csv", header, row);
  await ingest(file);
  expect((await content()).ticket?.[0]).toMatchObject({ region_code: null, region_words: "样例镇" });
  await writeFile(path.join(data, "regions.yaml"), 'regions: [{ code: "999901", zh: 样例镇, en: Sample Town }]\n');
  const again = (await ingest(file)).files[0];
  expect(again).toMatchObject({ accepted: 1, unchanged: 0 });
  expect(again?.notes.join()).toContain("anew");
  expect((await content()).ticket).toHaveLength(1);
  expect((await content()).ticket?.[0]).toMatchObject({ region_code: "999901" });
  expect((await ingest(file)).files[0]).toMatchObject({ accepted: 0, unchanged: 1 });
});

test("a ticket that two channels number each for itself is one, once a row tells both numbers", async () => {
  const list12345 = "序号,业务类型,表单号,工单号,工单标题,登记内容,当前环节,交办时间,到期时间,来电号码";
  const orders = [
    [0, 1],
    [1, 0],
  ] as const;
  for (const order of orders) {
    const { ingest, write, content } = await bureau();
    const files = [
      await write("a.csv", LIST, listRow("XJ202603001"), listRow("XJ202603002")),
      await write(
        "b.csv",
        list12345,
        "1,投诉,XJ202603001,GD202603777,虚构,虚构的内容,办理中,2026-03-01 10:00:00,2026-05-01,19900000001",
      ),
    ];
    for (const index of order) await ingest(files[index] as string);
    expect((await content()).ticket?.map(({ versions }) => versions).sort()).toEqual([1, 2]);
    const undone = await forewarn([
      "ingest",
      "--undo",
      "b.csv",
      "--data",
      path.join(path.dirname(files[0] as string), "data"),
    ]);
    expect(undone.code).toBe(0);
    expect((await content()).ticket?.map(({ versions }) => versions)).toEqual([1, 1]);
  }
});

test("what another channel handed on with a number of its own is one ticket, told by telephone and words", async () => {
  const list12345 = "序号,业务类型,表单号,工单号,工单标题,登记内容,当前环节,交办时间,到期时间,来电号码";
  const account = "在样例商店购买的虚构商品有质量问题\uff0c要求退款";
  const row = (id: string, changes: { phone?: string; day?: string; words?: string } = {}) =>
    `1,投诉,,${id},虚构,${changes.words ?? account},办理中,${changes.day ?? "2026-03-03"} 10:00:00,,${changes.phone ?? "19900000001"}`;
  for (const reversed of [false, true]) {
    const { ingest, write, content } = await bureau();
    const files = [
      await write("a.csv", LIST, listRow("XJ1").replace("虚构的内容", account)),
      await write(
        "b.csv",
        list12345,
        row("GD1"),
        row("GD2", { phone: "19900000002" }),
        row("GD3", { day: "2026-03-20" }),
        row("GD4", { words: `${account}并赔偿` }),
      ),
    ];
    for (const file of reversed ? files.toReversed() : files) await ingest(file);
    expect((await content()).ticket?.map(({ versions }) => versions)).toEqual([2, 1, 1, 1]);
    // The system of the one tells both, as two: then they are two.
    await ingest(await write("c.csv", LIST, listRow("GD1").replace("虚构的内容", account)));
    expect((await content()).ticket?.map(({ versions }) => versions).sort()).toEqual([1, 1, 1, 1, 2]);
  }
});

test("one who lodges many on one kind of goods against several shops is marked, to be verified", async () => {
  const { data, ingest, write } = await bureau();
  const row = (id: string, phone: string, shop: number, accepted = "2026-03-02") =>
    registerRow(id, { accepted }).replace("19900000001", phone).replace("样例商店", `样例商店${shop}`);
  const many = (phone: string, count: number, shops: number) =>
    Array.from({ length: count }, (_, i) => row(`${phone}-${i}`, phone, i % shops));
  await ingest(
    await write(
      "a.csv",
      REGISTER,
      ...many("19900000001", 6, 3),
      ...many("19900000002", 5, 3),
      ...many("19900000003", 9, 2),
      // Six, but never within one year.
      ...[2020, 2021, 2022, 2023, 2024, 2025].map((year, i) => row(`old-${year}`, "19900000004", i, `${year}-06-01`)),
    ),
  );
  const warehouse = await openWarehouse(path.join(data, "warehouse.duckdb"), { readOnly: true });
  try {
    expect(
      await warehouse.rows("SELECT complainant_key, most, count(*)::INTEGER AS n FROM suspected_serial GROUP BY ALL"),
    ).toEqual([{ complainant_key: "tel:19900000001", most: 6, n: 6 }]);
  } finally {
    warehouse.close();
  }
});

test("rows of several sheets and archives tell where they stand", async () => {
  const { zipSync } = await import("fflate");
  const { folder, ingest, data } = await bureau();
  const text = (...lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
  const zip = path.join(folder, "月报.zip");
  await writeFile(
    zip,
    zipSync({
      "inner/a.csv": text(REGISTER, registerRow("A1"), registerRow("A2", { accepted: "昨天" })),
      "notes.txt": text("nothing of use", "here"),
    }),
  );
  const { files } = await ingest(zip);
  expect(files.map(({ path: at, refused }) => [path.relative(folder, at), refused?.code ?? null])).toEqual([
    ["月报.zip/inner/a.csv", null],
    ["月报.zip/notes.txt", "no_profile"],
  ]);
  const rows = (await forewarn(["rejects", "--data", data, "--format", "json"])).json<
    { file: string; line: number }[]
  >();
  expect(rows).toMatchObject([{ file: "月报.zip/inner/a.csv", line: 3 }]);
});
