import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { readTaxonomy } from "../config/taxonomy.ts";
import { literal } from "../duck/identifier.ts";
import { limitMemory } from "../duck/limit.ts";
import { type Duck, openDuck } from "../duck/open.ts";
import type { Figure } from "../figure.ts";
import { openWarehouse } from "../warehouse/open.ts";
import { ingest } from "./ingest.ts";
import { listFiles } from "./list.ts";
import { defineMacros } from "./macros.ts";
import { type Profile, profileSchema } from "./profile.ts";
import { defineWords } from "./words.ts";

function figure(id: string, value: number, unit: string, bounds: { aim?: number; must?: number } = {}): Figure {
  const text = (bound?: number) => (bound === undefined ? null : `≤ ${bound}`);
  const ok = bounds.must === undefined || value <= bounds.must;
  return { id, value: Math.round(value * 1000) / 1000, unit, aim: text(bounds.aim), must: text(bounds.must), ok };
}

const HEADER = [
  "工单号",
  "业务性质",
  "诉求时间",
  "诉求来源",
  "处理部门",
  "涉及主体名称",
  "涉及客体分类",
  "涉及问题分类",
  "争议金额",
  "挽回经济损失",
  "调解结果",
  "办结时间",
];

/** The layout of the made-up file: twelve columns, of which one is a number, two dates, two amounts, four coded. */
function benchProfile(): Profile {
  return profileSchema.parse({
    id: "bench",
    version: 1,
    title: { zh: "测速", en: "bench" },
    dates: ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%Y/%m/%d"],
    missing: ["-", "--", "无", "暂无", "NULL", "None", "N/A"],
    totals: ["合计", "总计"],
    values: {
      kind: { complaint: ["投诉"], report: ["举报"], inquiry: ["咨询"] },
      outcome: {
        agreement: ["达成调解协议"],
        no_agreement: ["未达成调解协议"],
        withdrawn: ["撤回"],
        unreachable: ["联系不到当事人"],
      },
    },
    layouts: [
      {
        id: "made-up",
        title: { zh: "测速", en: "bench" },
        record: "ticket",
        header: HEADER,
        identity: { native: "工单号" },
        fields: {
          native_id: { from: "工单号", required: true },
          kind: { from: "业务性质", values: "kind" },
          registered_at: { from: "诉求时间", required: true },
          concluded_at: { from: "办结时间" },
          channel: { from: "诉求来源" },
          unit: { from: "处理部门" },
          respondent_name: { from: "涉及主体名称" },
          category_code: { from: "涉及客体分类", lookup: "category", path: "/>" },
          category_words: { from: "涉及客体分类" },
          problem_codes: { from: "涉及问题分类", lookup: "problem", split: "、" },
          problem_words: { from: "涉及问题分类" },
          disputed: { from: "争议金额" },
          recovered: { from: "挽回经济损失" },
          outcome: { from: "调解结果", values: "outcome" },
          outcome_words: { from: "调解结果" },
        },
      },
    ],
  });
}

/** Writes `rows` made-up tickets from number `first` on as CSV. */
async function makeCsv(duck: Duck, file: string, first: number, rows: number, seed: number): Promise<void> {
  const pick = (words: readonly string[], sql: string) =>
    `[${words.map(literal).join(", ")}][1 + (${sql}) % ${words.length}]`;
  const moment = (sql: string) =>
    `strftime(TIMESTAMP '2022-01-01' + to_days(CAST(${sql} AS INTEGER)) + to_seconds(b % 86400), '%Y-%m-%d %H:%M:%S')`;
  await duck.run(
    `COPY (
       SELECT '24060' || lpad(CAST(i AS VARCHAR), 12, '0'), ${pick(["投诉", "举报", "咨询"], "a")}, ${moment("a % 1400")},
         ${pick(["电话", "互联网", "来人", "12345转件"], "b // 3")}, ${pick(["玉阳所", "城关所", "河东所", "河西所", "高新所"], "a // 7")},
         '样例' || a % 20000 || '号商行', ${pick(["食品", "服装鞋帽", "家用电器", "餐饮和住宿", "教育培训", "美容美发"], "a // 11")},
         ${pick(["质量", "售后服务", "合同", "价格", "虚假宣传"], "b // 13")}, printf('%.2f', (a % 500000) / 100.0),
         CASE WHEN b % 3 = 0 THEN printf('%.2f', (a % 300000) / 100.0) ELSE '0' END,
         ${pick(["达成调解协议", "未达成调解协议", "撤回", "联系不到当事人"], "a // 17")}, ${moment("a % 1400 + 20")}
       FROM (SELECT i, (i * 2654435761 + ${seed}) % 4294967291 AS a, (i * 40503 + ${seed}) % 65521 * 7919 % 4294967291 AS b
             FROM range(${first}, ${first + rows}) t(i))
     ) TO ${literal(file)} (HEADER false)`,
  );
}

/** The CSV with its header before it: as the header is Chinese, and DuckDB names columns by position above. */
async function withHeader(duck: Duck, file: string, first: number, rows: number, seed: number): Promise<void> {
  await makeCsv(duck, `${file}.body`, first, rows, seed);
  await writeFile(file, `${HEADER.join(",")}\n`);
  await pipeline(createReadStream(`${file}.body`), createWriteStream(file, { flags: "a" }));
  await rm(`${file}.body`);
}

/** What a statement of the loading is for; what is no statement is reading and counting the records. */
function stageOf(sql: string): string {
  if (sql.includes("TABLE fw_typed")) return "type";
  if (/INTO \w+_version/u.test(sql)) return "write";
  if (sql.includes("fw_code_")) return "codes";
  if (/_merged|fw_touched|fw_many/u.test(sql)) return "merge";
  return "fates";
}

/** A database whose statements are timed by stage, in milliseconds. */
function timed(duck: Duck, stages: Map<string, number>): Duck {
  const clock = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      const stage = stageOf(sql);
      stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - start);
    }
  };
  return {
    ...duck,
    run: (sql, params) => clock(sql, () => duck.run(sql, params)),
    rows: (sql, params) => clock(sql, () => duck.rows(sql, params)),
    row: (sql, params) => clock(sql, () => duck.row(sql, params)),
  };
}

interface Run {
  readonly seconds: number;
  readonly stages: ReadonlyMap<string, number>;
}

class Bench {
  readonly #folder: string;
  readonly #profile = benchProfile();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads a file into a warehouse of the given name, which is made where it is absent. */
  async load(file: string, name: string, rows: number): Promise<Run> {
    const temporary = path.join(this.#folder, `${name}-work`);
    await mkdir(temporary, { recursive: true });
    const taxonomy = await readTaxonomy();
    const warehouse = await openWarehouse(path.join(this.#folder, `${name}.duckdb`));
    try {
      await warehouse.run("SET wal_autocheckpoint = '1GB'");
      await limitMemory(warehouse, temporary, "3GB");
      await defineMacros(warehouse);
      await defineWords(warehouse, taxonomy, [], [this.#profile]);
      const stages = new Map<string, number>();
      const files = await listFiles([file]);
      const start = performance.now();
      const { totals } = await ingest(timed(warehouse, stages), {
        files,
        profiles: [this.#profile],
        temporary,
        batch: `${name}-${path.basename(file)}`,
        now: new Date("2026-11-01T00:00:00Z"),
        timeZone: "Asia/Shanghai",
        tool: "bench",
        reading: "bench",
      });
      const seconds = (performance.now() - start) / 1000;
      if (totals.rows !== rows || totals.rejected !== 0)
        throw new Error(`${totals.rows} rows, ${totals.rejected} rejected`);
      let known = 0;
      for (const ms of stages.values()) known += ms / 1000;
      stages.set("read", (seconds - known) * 1000);
      return { seconds, stages };
    } finally {
      warehouse.close();
    }
  }

  /** DuckDB's own reading of the same file into a new database, with its own settings. */
  async plain(file: string): Promise<number> {
    const target = path.join(this.#folder, "plain.duckdb");
    await rm(target, { force: true });
    const duck = await openDuck(target, { plain: true });
    try {
      const start = performance.now();
      await duck.run(`CREATE TABLE plain AS FROM read_csv(${literal(file)})`);
      return (performance.now() - start) / 1000;
    } finally {
      duck.close();
      await rm(target, { force: true });
    }
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/**
 * Measures the loading of made-up exports: as a multiple of DuckDB's own reading of the same file in the same run (with what
 * part each stage has in it), of GB18030 as a multiple of UTF-8, the peak of memory for a large file, and the seconds of a day's
 * export on top of it and of a known file that comes again.
 */
export async function benchIngest({ quick, seed }: { quick: boolean; seed: number }): Promise<readonly Figure[]> {
  const [rows, large, day, times] = quick ? [200_000, 400_000, 1_000, 1] : [3_000_000, 10_000_000, 5_000, 3];
  const folder = await mkdtemp(path.join(tmpdir(), "forewarn-bench-"));
  const figures: Figure[] = [];
  try {
    const maker = await openDuck();
    const at = (name: string) => path.join(folder, name);
    await withHeader(maker, at("many.csv"), 0, rows, seed);
    const bench = new Bench(folder);
    const runs: { plain: number; whole: Run }[] = [];
    for (let i = 0; i < times; i++) {
      await rm(at("many.duckdb"), { force: true });
      runs.push({ plain: await bench.plain(at("many.csv")), whole: await bench.load(at("many.csv"), "many", rows) });
    }
    const ratio = (run: { plain: number; whole: Run }) => run.whole.seconds / run.plain;
    figures.push(figure("rows", rows, "rows"), figure("plain", median(runs.map(({ plain }) => plain)), "s"));
    figures.push(figure("whole_over_plain", median(runs.map(ratio)), "ratio", { aim: 1.5, must: 2.5 }));
    const last = runs.at(-1)?.whole;
    for (const [stage, ms] of last?.stages ?? [])
      figures.push(figure(`part.${stage}`, ms / 1000 / (last?.seconds ?? 1), "share"));
    figures.push(figure("known_again", (await bench.load(at("many.csv"), "many", rows)).seconds, "s", { must: 0.5 }));

    const part = Math.min(rows, 1_000_000);
    await withHeader(maker, at("part.csv"), 0, part, seed);
    await encode(at("part.csv"), at("part-gb.csv"));
    const utf8 = await bench.load(at("part.csv"), "utf8", part);
    const gb = await bench.load(at("part-gb.csv"), "gb", part);
    figures.push(figure("gb18030_over_utf8", gb.seconds / utf8.seconds, "ratio", { must: 2 }));

    await withHeader(maker, at("large.csv"), 0, large, seed);
    const whole = await bench.load(at("large.csv"), "large", large);
    figures.push(figure("large.rows", large, "rows"), figure("large.per_million", (whole.seconds / large) * 1e6, "s"));
    figures.push(figure("large.peak_memory", process.resourceUsage().maxRSS / 1024 ** 2, "GiB", { must: 4 }));
    figures.push(figure("large.warehouse", (await stat(at("large.duckdb"))).size / 1024 ** 3, "GiB"));
    // Half of a day's rows are new, half tell of tickets that are known.
    await withHeader(maker, at("day.csv"), large - day / 2, day, seed + 1);
    figures.push(figure("day_on_top", (await bench.load(at("day.csv"), "large", day)).seconds, "s", { must: 3 }));
    maker.close();
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy of a UTF-8 file in GB18030. */
async function encode(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from),
    iconv.decodeStream("utf-8"),
    iconv.encodeStream("gb18030"),
    createWriteStream(to),
  );
}
