import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRegions } from "../../src/config/regions.ts";
import { readSettings } from "../../src/config/settings.ts";
import { type DemoSummary, makeDemo } from "../../src/demo/make.ts";
import { ForewarnError } from "../../src/errors.ts";
import { temporaryFolder } from "../support/folder.ts";
import { digests, readTotals, suiteFolder, type Totals } from "./folder-of.ts";

const suite = await suiteFolder();
const county = suite.at("county");
const again = suite.at("again");
let summary: DemoSummary;
let totals: Totals;
const progress: [number, number, string][] = [];

beforeAll(async () => {
  summary = await makeDemo({ directory: county, progress: (...step) => progress.push(step) });
  totals = await readTotals(county);
});
afterAll(() => suite.remove());

/** Captions as published, SOURCE.md of cn-12315-foshan; the last four are forms of the same system. */
const HEADERS: Record<string, string> = {
  query:
    "序号,表单号,工单号,标题,诉求内容,诉求时间,诉求来源,来电号码,工单状态,来电人姓名,关键字,涉及主体名称,处理部门,处理结果,商品品牌,挽回经济损失,加倍赔偿金额,经营地址区域,经营地址详细地址,涉及客体分类,涉及问题分类,是否诉转案,业务性质,调解结果",
  "list-12315": "序号,登记编号,类型,当前环节,登记时间,提供方,涉及主体名称,登记内容,处理部门,到期时间,来电号码",
  "list-12345": "序号,业务类型,表单号,工单号,工单标题,登记内容,当前环节,交办时间,到期时间,来电号码",
  register:
    "工单号,业务性质,来函单位,投诉/举报人姓名,来电号码,被投诉人名称,处理部门,办理时间,商品服务类型,是否网购,是否职投,关键字,是否立案,调解结果,办结时间",
  closing:
    "工单号,业务性质,争议金额(元),挽回经济损失(元),加倍赔偿金额(元),精神赔偿金额(元),行政调解文书号,侵权类型,欺诈标志,调解方式,调解结果,办结日期",
  "follow-up": "工单号,回访时间,回访结论,满意度",
  penalty: "工单号,案号,处理部门,立案日期,处罚决定日期,罚款(元),没收违法所得(元),没收物品,没收物品价值(元)",
  ledger: "日期,处理部门,类型,项目,数量,计量单位,至少,价值(元),备注",
};

/** Physical lines of a CSV, decoded as the truth says it is. */
async function linesOf({ path: name, encoding }: Totals["files"][number]): Promise<string[]> {
  const bytes = await readFile(path.join(county, "exports", name));
  const text = encoding === "gb18030" ? iconv.decode(bytes, "gb18030") : bytes.toString("utf8").replace("\ufeff", "");
  return text.split(/\r?\n/u);
}

const csvFiles = () => totals.files.filter(({ format, sameAs }) => format === "csv" && sameAs === null);

describe("the demo's folder", () => {
  test("has the same bytes when it is made again, in another zone", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "America/St_Johns";
    try {
      await makeDemo({ directory: again, seed: 1 });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    const first = await digests(county);
    expect(Object.keys(first).length).toBeGreaterThan(28);
    expect(await digests(again)).toEqual(first);
  });

  test("is a bureau's data folder that says that it is invented", async () => {
    expect((await readdir(county)).sort()).toEqual([
      "boundaries.geojson",
      "demo.json",
      "exports",
      "forewarn.yaml",
      "regions.yaml",
      "truth",
    ]);
    const settings = await readSettings(county);
    expect(settings.bureau.zh).toContain("虚构");
    expect(settings.bureau.en).toContain("invented");
    const { regions } = await readRegions(county);
    expect(regions).toHaveLength(12);
    expect(regions.every(({ code, population }) => /^99\d{7}$/u.test(code) && (population ?? 0) > 0)).toBe(true);
  });

  test("tells how far it is", () => {
    expect(progress.at(-1)?.slice(0, 2)).toEqual([24, 24]);
    expect(progress.map(([done]) => done)).toEqual(progress.map((_, i) => i));
    expect(progress[0]?.[2]).toMatch(/综合查询导出_2021\.csv$/u);
  });

  test("is never made in a folder of something else", async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, "demo.json"), '{"made":"by someone else"}');
    const error = await makeDemo({ directory: folder }).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(ForewarnError);
    expect((error as ForewarnError).key).toBe("demo.not_a_demo");
    expect(await readdir(folder)).toEqual(["demo.json"]);
    const file = path.join(folder, "demo.json");
    await expect(makeDemo({ directory: file })).rejects.toMatchObject({ key: "demo.not_a_folder" });
  });
});

describe("the exports", () => {
  test("have the captions of the real systems", async () => {
    const seen = new Set<string>();
    for (const file of csvFiles()) {
      seen.add(file.layout);
      const [header = ""] = await linesOf(file);
      if (file.path.endsWith("综合查询导出_2022.csv")) {
        expect(header).toBe(
          `${(HEADERS.query as string).replace("来电号码", "来电号码,来电号码").replace("商品品牌", "")},`,
        );
      } else if (file.path.endsWith("工作台账_2024.csv")) {
        expect(header).toBe("date,unit,type,item,quantity,measure_unit,at_least,value,note");
      } else expect(header, file.path).toBe(HEADERS[file.layout]);
    }
    const html = totals.files.filter(({ format }) => format === "html-table");
    for (const file of html) {
      seen.add(file.layout);
      const bytes = await readFile(path.join(county, "exports", file.path));
      const text = file.encoding === "gb18030" ? iconv.decode(bytes, "gb18030") : bytes.toString("utf8");
      const titles = [...text.slice(0, 4_000).matchAll(/<th>([^<]*)<\/th>/gu)].map(([, title]) => title);
      const printed = (HEADERS[file.layout] as string)
        .replace("挽回经济损失,", file.layout === "query" ? "挽回经济损失(万元)," : "挽回经济损失,")
        .replace("加倍赔偿金额,", file.layout === "query" ? "加倍赔偿金额(元)," : "加倍赔偿金额,");
      expect(titles.join(","), file.path).toBe(printed);
    }
    expect([...seen].sort()).toEqual(["closing", "follow-up", "ledger", "list-12315", "query", "register"].sort());
  });

  test("come in all physical forms, with a copy and a later export of the same months", () => {
    const forms = new Set(totals.files.map(({ format, encoding }) => `${format} ${encoding}`));
    expect([...forms].sort()).toEqual([
      "csv gb18030",
      "csv utf-8",
      "csv utf-8-bom",
      "html-table gb18030",
      "html-table utf-8",
      "xlsx binary",
    ]);
    const copies = totals.files.filter(({ sameAs }) => sameAs !== null);
    expect(copies.map(({ path: name }) => name)).toEqual(["综合查询/综合查询导出_2024 - 副本.csv"]);
    expect(totals.files.some(({ path: name }) => name.includes("重新导出"))).toBe(true);
  });

  /** The record that begins at a line: a narrative in quotes may go over several. */
  function recordAt(lines: readonly string[], line: number): string {
    let text = lines[line - 1] ?? "";
    for (let next = line; text.split('"').length % 2 === 0 && next < lines.length; next++) text += `\n${lines[next]}`;
    return text;
  }

  /** Cells of a record; commas in quotes are text. */
  function cellsOf(text: string): string[] {
    return text.replace(/"(?:[^"]|"")*"/gu, (quoted) => quoted.replaceAll(",", " ")).split(",");
  }

  test("hold every kind of fault, at the lines that the truth names", async () => {
    const codes = new Set(totals.files.flatMap(({ rejected }) => rejected.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      "bad_encoding",
      "future_date",
      "header_row",
      "missing_required",
      "not_a_date",
      "not_a_number",
      "out_of_range",
      "total_row",
      "wrong_column_count",
    ]);
    let checked = 0;
    for (const file of csvFiles()) {
      const lines = await linesOf(file);
      for (const { line, code } of file.rejected) {
        const text = recordAt(lines, line);
        const where = `${file.path}:${line} ${code}: ${text.slice(0, 80)}`;
        const cells = cellsOf(text);
        const shows = {
          bad_encoding: text.includes("\ufffd"),
          future_date: /2062-0[38]-\d\d/u.test(text),
          header_row: text === lines[0],
          missing_required: cells.includes(""),
          not_a_date: /2023-02-30|2022-13-05|待定/u.test(text),
          not_a_number: /见附件|若干/u.test(text),
          out_of_range: cells.some((cell) => /^-\d+$/u.test(cell)),
          total_row: /^(合计|总计),/u.test(text),
          wrong_column_count: cells.length !== (lines[0] ?? "").split(",").length,
        }[code];
        expect(shows, where).toBe(true);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(60);
  });

  test("are not all clean: amounts and classes are written in many ways", async () => {
    const all = (await Promise.all(csvFiles().map(linesOf))).flat().join("\n");
    for (const way of [
      /￥\d/u,
      /\d元,/u,
      /\d万元,/u,
      /"\d,\d{3}\.\d\d"/u,
      /[０-９]/u,
      /,商品\/食品\/乳制品,/u,
      /,酸奶,/u,
    ]) {
      expect(all).toMatch(way);
    }
    expect(all).toMatch(/\d\d:\d\d:\d\d ,/u);
    expect(all).toMatch(/质量；|质量;|质量、/u);
  });
});

describe("the truth", () => {
  test("adds up", () => {
    const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
    const { tickets, files, activities } = totals;
    expect(sum(tickets.byKind)).toBe(tickets.total);
    expect(Object.values(tickets.byMonth).reduce((all, month) => all + sum(month), tickets.undated)).toBe(
      tickets.total,
    );
    expect(Object.keys(tickets.byMonth)).toHaveLength(70);
    expect(sum(activities.byType)).toBe(activities.total);
    for (const file of files) {
      expect(file.rows).toBeGreaterThan(file.duplicates + file.rejected.length);
      expect(new Set(file.rejected.map(({ line }) => line)).size).toBe(file.rejected.length);
    }
    expect(summary.files.map(({ rows }) => rows)).toEqual(files.map(({ rows }) => rows));
    // What was entered after the last export is in none.
    expect(summary.tickets).toBeGreaterThan(tickets.total);
    expect(summary.tickets - tickets.total).toBeLessThan(150);
  });

  test("has the size that was asked for", () => {
    const { byKind, total } = totals.tickets;
    expect(total).toBeGreaterThan(57_000);
    expect(total).toBeLessThan(63_000);
    const share = (kind: string) => (byKind[kind] ?? 0) / total;
    expect(share("complaint")).toBeCloseTo(0.7, 1);
    expect(share("report")).toBeCloseTo(0.22, 1);
    expect(share("inquiry")).toBeCloseTo(0.08, 1);
  });

  test("lies outside the exports, and no export names a hotspot", async () => {
    const names = await readdir(path.join(county, "exports"), { recursive: true });
    expect(names.filter((name) => /truth|hotspot/iu.test(name))).toEqual([]);
    for (const file of csvFiles()) expect((await linesOf(file)).join("\n")).not.toMatch(/\bH\d\d\b/u);
  });

  test("stays what it is when the demo is made again over what other commands wrote", async () => {
    await writeFile(path.join(county, "warehouse.duckdb"), "stays");
    const before = await digests(county);
    await writeFile(path.join(county, "exports", "left-over.csv"), "goes");
    await makeDemo({ directory: county, seed: 1 });
    expect(await digests(county)).toEqual(before);
    expect((await readdir(path.dirname(county))).filter((name) => name.endsWith(".making"))).toEqual([]);
  });
});
