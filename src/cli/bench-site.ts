import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readTaxonomy } from "../config/taxonomy.ts";
import { addDays, monthEnd } from "../day.ts";
import type { Figure } from "../figure.ts";
import { type Random, seededRandom } from "../hotspots/random.ts";
import { makeWarehouse } from "../release/bench.ts";
import { buildSite } from "../site/build.ts";
import { tags } from "../site/finish/edit.ts";
import { draftOf } from "../warnings/draft.ts";
import type { Evidence } from "../warnings/evidence.ts";
import { readWarnings } from "../warnings/read.ts";
import { rulesOf } from "../warnings/rules.ts";
import { takeStep } from "../warnings/step.ts";
import { readTemplates } from "../warnings/templates.ts";
import { writeDraft } from "../warnings/write.ts";
import { runRelease } from "./commands/release.ts";
import { type CommandContext, openContext } from "./context.ts";

const MONTHS = 36;
const DAY = "2026-01-15";
const [AUTHOR, REVIEWER, APPROVER] = ["甲（虚构）", "乙（虚构）", "丙（虚构）"];

/** Three made-up years of a cell, the last month above its range; no two alike. */
function madeUpEvidence(
  random: Random,
  cell: { category: string; problem: string },
  names: Evidence["names"],
): Evidence {
  const usual = 15 + random.poisson(20);
  const [low, high] = [Math.max(0, usual - 2 * Math.sqrt(usual)), usual + 2 * Math.sqrt(usual)];
  const series = Array.from({ length: MONTHS }, (_, i) => {
    const month = 2023 * 12 + i;
    const from = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    const observed = i === MONTHS - 1 ? Math.ceil(high) + 5 + random.poisson(20) : 5 + random.poisson(usual);
    return {
      period: from.slice(0, 7),
      from,
      to: monthEnd(from),
      observed,
      complaints: observed + random.poisson(1),
      expected: usual,
      low,
      high,
      complete: true,
      withheld: false,
    };
  });
  const { period, from, to, observed, complaints } = series.at(-1) as (typeof series)[number];
  return {
    schema: 1,
    hotspot: null,
    release: "2025-12-31-00000000",
    asOf: "2025-12-31",
    cell: `category:${cell.category}|problem:${cell.problem}|region:`,
    names,
    grain: "month",
    period,
    from,
    to,
    observed,
    complaints,
    expected: usual,
    low,
    high,
    ratio_at_least: 1.2,
    odds: { one_in: 500, quiet_periods: 10_000 },
    family: { tested: 500, flagged: 5, by_chance: 1 },
    completeness: 0.97,
    breaks: [],
    detector: "farrington/1",
    method: { zh: "虚构", en: "made up" },
    series,
  };
}

/** Writes so many published warnings over all trades and problems, each with figures of its own. */
async function writeWarnings(context: CommandContext, count: number, seed: number): Promise<void> {
  const [taxonomy, templates, random] = [await readTaxonomy(), await readTemplates(), seededRandom(seed)];
  const trades = taxonomy.categories.flatMap((top) => [top, ...top.children]);
  const directory = context.at("warnings");
  for (let i = 0; i < count; i++) {
    const trade = trades[i % trades.length] as (typeof trades)[number];
    const problem = taxonomy.problems[(i * 7) % taxonomy.problems.length] as (typeof taxonomy.problems)[number];
    const scope = { category: trade.code, problem: problem.code, region: null };
    const name = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });
    const names = { category: name(trade), problem: name(problem), region: null, business: null };
    const evidence = madeUpEvidence(random, { category: trade.code, problem: problem.code }, names);
    const day = addDays(DAY, -Math.floor(i / 2));
    const id = `w${String(i + 1).padStart(5, "0")}`;
    const at = `${day}T09:00:00+08:00`;
    const cell = { ...scope, business: null, brand: null };
    const options = { templates, settings: context.settings, who: AUTHOR, why: "-", at };
    await writeDraft(directory, draftOf({ evidence, hotspot: { cell } }, options), id);
    for (const [step, who] of [
      ["submit", AUTHOR],
      ["review", REVIEWER],
      ["approve", APPROVER],
      ["publish", APPROVER],
    ] as const)
      await takeStep({
        directory,
        id,
        step,
        who,
        why: "-",
        at,
        today: day,
        release: null,
        rules: { ...rulesOf(context.settings), ...context.settings.warnings },
        details: { number: `消费警示〔${day.slice(0, 4)}〕第${i + 1}号` },
      });
    context.progress.step("warnings", i + 1, count);
  }
  context.progress.end();
}

/** What a page and all that it asks for weigh, compressed as a host would send it, in bytes. */
async function weight(site: string, file: string): Promise<{ bytes: number; files: number }> {
  const html = await readFile(path.join(site, file), "utf8");
  const asked = tags(html).flatMap((tag) => {
    if (tag.name === "link" && tag.attributes.rel === "stylesheet") return [tag.attributes.href];
    return tag.name === "script" ? [tag.attributes.src] : [];
  });
  const files = [...new Set(asked.filter((href) => href !== undefined))].map((href) =>
    path.join(site, path.dirname(file), href),
  );
  const sizes = await Promise.all(files.map(async (one) => gzipSync(await readFile(one)).length));
  return { bytes: sizes.reduce((sum, size) => sum + size, gzipSync(html).length), files: 1 + files.length };
}

function figure(id: string, value: number, unit: string, must?: number): Figure {
  const rounded = Math.round(value * 10) / 10;
  return {
    id,
    value: rounded,
    unit,
    aim: null,
    must: must === undefined ? null : `≤ ${must}`,
    ok: must === undefined || value <= must,
  };
}

/**
 * Measures how long the public site of many warnings takes, from nothing and after one of them has changed, and what a warning and
 * the list weigh on their way to a reader. Reading the warnings is part of it; starting the program is not.
 */
export async function benchSite(options: {
  readonly quick: boolean;
  readonly seed: number;
  readonly context: CommandContext;
}): Promise<readonly Figure[]> {
  const { quick, seed, context: outer } = options;
  const count = quick ? 30 : 500;
  const data = await mkdtemp(path.join(tmpdir(), "forewarn-bench-site-"));
  try {
    await makeWarehouse(path.join(data, "warehouse.duckdb"), quick ? 2_000 : 60_000, seed);
    const context = await openContext(outer.io, { data }, outer.locale);
    const release = await runRelease(context, null);
    await writeWarnings(context, count, seed);
    const output = path.join(data, "site");
    const build = async () => {
      const start = performance.now();
      const built = await buildSite("public", {
        release: path.join(release.path, "public"),
        settings: context.settings,
        warnings: await readWarnings(context.at("warnings"), { ...rulesOf(context.settings), published: true }),
        day: DAY,
        output,
        cache: path.join(data, "cache"),
        progress: (done, total, label) => context.progress.step(label, done, total),
      });
      context.progress.end();
      return { seconds: (performance.now() - start) / 1000, pages: built.pages };
    };
    const first = await build();
    await takeStep({
      directory: context.at("warnings"),
      id: "w00001",
      step: "withdraw",
      who: APPROVER,
      why: "-",
      at: `${DAY}T10:00:00+08:00`,
      today: DAY,
      release: null,
      rules: { ...rulesOf(context.settings), ...context.settings.warnings },
      details: { told: { zh: "虚构", en: "Made up" } },
    });
    const again = await build();
    const warning = await weight(output, "warnings/w00002.html");
    const list = await weight(output, "warnings/index.html");
    const musts = quick ? [undefined, undefined] : [60, 20];
    return [
      figure("site.warnings", count, "count"),
      figure("site.pages", first.pages, "count"),
      figure("site.build", first.seconds, "s", musts[0]),
      figure("site.rebuild", again.seconds, "s", musts[1]),
      figure("site.rebuild_to_build", again.seconds / first.seconds, "ratio"),
      figure("site.warning_weight", warning.bytes / 1024, "kB", 30),
      figure("site.warning_requests", warning.files, "count", 6),
      figure("site.list_weight", list.bytes / 1024, "kB", 60),
      figure("site.list_requests", list.files, "count", 8),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
