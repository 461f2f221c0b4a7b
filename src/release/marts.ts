/**
 * The tables of a release, as data: what each holds, at what grain, and in which half. Loaders, pages and the data
 * dictionary read them; a column that is not listed here is not written.
 *
 * - bureau: full, for the bureau's own site.
 * - public: only what may leave, after disclosure control. A withheld figure is NULL and its row says `withheld`.
 */
export type Half = "bureau" | "public";
export type MartType =
  | "VARCHAR"
  | "DATE"
  | "BIGINT"
  | "INTEGER"
  | "DOUBLE"
  | "BOOLEAN"
  | "DECIMAL(38,2)"
  | "DECIMAL(38,6)"
  | "VARCHAR[]";

/** What separates the parts of a kind of the ledger in `group_key`. */
export const LEDGER_SEPARATOR = "\u001f";

export interface Mart {
  readonly halves: readonly Half[];
  /** What one row is. */
  readonly zh: string;
  readonly en: string;
  readonly columns: Readonly<Record<string, MartType>>;
}

/** The period of a row; `to` is cut at the as-of date, and then the period is not complete. */
const PERIOD = { grain: "VARCHAR", period: "VARCHAR", from: "DATE", to: "DATE", complete: "BOOLEAN" } as const;

export const MARTS = {
  dimension: {
    halves: ["bureau", "public"],
    zh: "一行是一个维度的一个值及其名称",
    en: "one value of one dimension with its names",
    // dim: unit | category | problem | region | channel | kind | outcome. level 1 or 2; parent is a key of the same dim.
    columns: {
      dim: "VARCHAR",
      key: "VARCHAR",
      parent: "VARCHAR",
      level: "INTEGER",
      position: "INTEGER",
      zh: "VARCHAR",
      en: "VARCHAR",
    },
  },
  measure: {
    halves: ["bureau", "public"],
    zh: "一行是一个指标在一个期间、一个分组的值",
    en: "the value of one measure in one period and group",
    // Units: value, previous as the measure's definition says (tickets, currency units, days, or a ratio of 0 to 1); numerator and
    // denominator as its parts; n: tickets that it rests on. change: a ratio, or points between shares, as change_unit says.
    // grain: month | quarter | half | year | ytd (to the as-of date). dim is null for the whole, else unit | category (of level 1) |
    // problem | region | channel | band | activity | item; group_key is a key of dim, or a band, or type and unit of measure of the ledger
    // (with the item between them) separated by U+001F, '' for unknown. Problems do not add up: a ticket may have several. numerator and
    // denominator stand for ratios and means only. low and high: 95 % interval of a share, a count or a median. previous: the same calendar
    // days one year before, null where the records do not reach back; p: how probable so large a change is by chance; change and p are null
    // where a break of the series lies between. preceding: the days directly before (the whole period before, or as many of its first days);
    // null in the public half. note: remarks as "code:number", separated by spaces; their texts
    // are measures.remark.<code> of the catalogue.
    // In the public half: complete periods only, ytd to the end of the last complete month, no unit, region or channel; amounts without n.
    columns: {
      ...PERIOD,
      measure: "VARCHAR",
      dim: "VARCHAR",
      group_key: "VARCHAR",
      value: "DECIMAL(38,6)",
      numerator: "DECIMAL(38,2)",
      denominator: "DECIMAL(38,2)",
      n: "BIGINT",
      low: "DOUBLE",
      high: "DOUBLE",
      previous: "DECIMAL(38,6)",
      change: "DOUBLE",
      change_unit: "VARCHAR",
      p: "DOUBLE",
      preceding: "DECIMAL(38,6)",
      preceding_change: "DOUBLE",
      withheld: "BOOLEAN",
      note: "VARCHAR",
    },
  },
  definition: {
    halves: ["bureau", "public"],
    zh: "一行是一个指标的定义",
    en: "the definition of one measure",
    // So that a release explains itself, whatever the tool that reads it knows. note: what the measure means. unit: item | money | ratio |
    // day | quantity (then measure_unit, where all have one). basis: the day by which a record belongs to a period. population, numerator,
    // denominator: SQL over the source's table. matures: the figure of an ended period goes on changing, as more becomes known of its tickets. In the public half: the measures that it has.
    columns: {
      measure: "VARCHAR",
      position: "INTEGER",
      zh: "VARCHAR",
      en: "VARCHAR",
      note_zh: "VARCHAR",
      note_en: "VARCHAR",
      unit: "VARCHAR",
      measure_unit: "VARCHAR",
      source: "VARCHAR",
      basis: "VARCHAR",
      population: "VARCHAR",
      numerator: "VARCHAR",
      denominator: "VARCHAR",
      interval: "VARCHAR",
      smallest_n: "INTEGER",
      rule_set: "VARCHAR",
      better: "VARCHAR",
      matures: "BOOLEAN",
    },
  },
  assessment: {
    halves: ["bureau"],
    zh: "一行是一个处理部门在一个期间的一项比率与全局的比较",
    en: "one unit's share in one period against the whole bureau's",
    // numerator, denominator: tickets; value, pooled: ratios of 0 to 1. low, high and far_low, far_high: the shares of numerators that chance
    // gives at 95 % and 99.8 %, ends included (exact binomial). position: far_below | below | within | above | far_above. expected_outside: units
    // that chance alone would put outside the 95 % limits. dispersion: φ. colour: red | yellow | blue by the bureau's own bounds,
    // red_below and blue_from; all three null where the bureau has none, and colour for fewer cases than the measure's smallest_n.
    columns: {
      ...PERIOD,
      measure: "VARCHAR",
      unit: "VARCHAR",
      numerator: "BIGINT",
      denominator: "BIGINT",
      value: "DOUBLE",
      pooled: "DOUBLE",
      low: "DOUBLE",
      high: "DOUBLE",
      far_low: "DOUBLE",
      far_high: "DOUBLE",
      position: "VARCHAR",
      expected_outside: "DOUBLE",
      dispersion: "DOUBLE",
      colour: "VARCHAR",
      red_below: "DOUBLE",
      blue_from: "DOUBLE",
    },
  },
  cube: {
    halves: ["bureau"],
    zh: "一行是一个登记月份与各维度的一个组合",
    en: "one combination of month of registration and dimensions",
    // tickets to mediations_ended: tickets; disputed, recovered: currency units, of complaints only.
    // problem: the first problem kind of a ticket; "" stands for unknown in every dimension column.
    columns: {
      month: "DATE",
      kind: "VARCHAR",
      unit: "VARCHAR",
      channel: "VARCHAR",
      category: "VARCHAR",
      problem: "VARCHAR",
      region: "VARCHAR",
      outcome: "VARCHAR",
      tickets: "BIGINT",
      accepted: "BIGINT",
      concluded: "BIGINT",
      agreements: "BIGINT",
      mediations_ended: "BIGINT",
      disputed: "DECIMAL(38,2)",
      recovered: "DECIMAL(38,2)",
    },
  },
  count: {
    halves: ["public"],
    zh: "一行是一张公开表的一个单元格",
    en: "one cell of one published table",
    // tickets: complaints by day of registration, in complete periods. grid: month | category_month | problem_month | category_problem_month |
    // region_quarter | category_problem_quarter. category is of level 1; '' stands for all, '?' for unknown. Every group that ever occurs has a
    // row for each period, 0 too. Withheld: tickets is null.
    columns: {
      grid: "VARCHAR",
      period: "VARCHAR",
      from: "DATE",
      to: "DATE",
      category: "VARCHAR",
      problem: "VARCHAR",
      region: "VARCHAR",
      tickets: "BIGINT",
      withheld: "BOOLEAN",
    },
  },
  series: {
    halves: ["bureau", "public"],
    zh: "一行是一个单元的一个期间：投诉件数、投诉人数、预期人数与范围",
    en: "one period of one cell: complaints, complainants, complainants expected and their range",
    // cell: "category:G0101|problem:P01|region:" (empty part = all). grain: week | month.
    // observed: complaints. All that is compared is in people: complainants (distinct within the period; whoever is not known counts as
    // a person of their own), expected, low and high (ends of the 95 % prediction range, included). Never set observed against them.
    // detector: rule and version that tested the period, "share-season/1"; null where it was not tested.
    // In the public half only month and only cells of the published grids; level is always null there (a hotspot never publishes itself), and
    // complainants, expected, low, high and detector are where no month of the cell is withheld; a withheld row has no observed either.
    columns: {
      cell: "VARCHAR",
      ...PERIOD,
      observed: "BIGINT",
      complainants: "BIGINT",
      expected: "DOUBLE",
      low: "DOUBLE",
      high: "DOUBLE",
      level: "VARCHAR",
      detector: "VARCHAR",
      withheld: "BOOLEAN",
    },
  },
  hotspot: {
    halves: ["bureau"],
    zh: "一行是一个上升单元在一个期间的检出",
    en: "one rising cell in one period",
    // category, problem, region: keys; null for all, '?' for unknown. rank: from 1 in the last complete period, else null.
    // observed: complaints. In people: complainants, expected, low, high, all as in `series`. ratio: complainants ÷ expected, and
    // ratio_at_least its shrunk lower bound; p: of as many complainants or more, q: of Benjamini and Hochberg; none of these has a unit.
    // detector: as in `series`. reason: key of the catalogue.
    columns: {
      id: "VARCHAR",
      rank: "INTEGER",
      cell: "VARCHAR",
      category: "VARCHAR",
      problem: "VARCHAR",
      region: "VARCHAR",
      grain: "VARCHAR",
      period: "VARCHAR",
      from: "DATE",
      to: "DATE",
      level: "VARCHAR",
      observed: "BIGINT",
      complainants: "BIGINT",
      expected: "DOUBLE",
      low: "DOUBLE",
      high: "DOUBLE",
      ratio: "DOUBLE",
      ratio_at_least: "DOUBLE",
      p: "DOUBLE",
      q: "DOUBLE",
      detector: "VARCHAR",
      reason: "VARCHAR",
    },
  },
  accounting_file: {
    halves: ["bureau"],
    zh: "一行是一个来源文件及其各行的去向",
    en: "one source file with the fates of its rows",
    // rows to rejected: rows of the file; rows is the sum of the four fates.
    columns: {
      name: "VARCHAR",
      sha256: "VARCHAR",
      format: "VARCHAR",
      encoding: "VARCHAR",
      profile: "VARCHAR",
      layout: "VARCHAR",
      rows: "BIGINT",
      accepted: "BIGINT",
      unchanged: "BIGINT",
      duplicate: "BIGINT",
      rejected: "BIGINT",
    },
  },
  accounting_month: {
    halves: ["bureau"],
    zh: "一行是一个登记月份、一种去向的行数",
    en: "rows of one month and fate",
    columns: { month: "DATE", fate: "VARCHAR", rows: "BIGINT" },
  },
  accounting_reject: {
    halves: ["bureau"],
    zh: "一行是一种拒收原因的行数",
    en: "rows rejected for one reason",
    columns: { code: "VARCHAR", column_name: "VARCHAR", rows: "BIGINT" },
  },
  accounting_gap: {
    halves: ["bureau"],
    zh: "一行是一种数据缺口的工单数",
    en: "tickets with one kind of gap",
    // gap: unmapped_category | unmapped_problem | unmapped_region | no_amount_recovered | zero_stated | suspected_serial | quality:<flag>
    columns: { gap: "VARCHAR", tickets: "BIGINT", of: "BIGINT" },
  },
} as const satisfies Record<string, Mart>;

export type MartName = keyof typeof MARTS;

/** The marts that a half holds, in the order above. */
export function martsOf(half: Half): MartName[] {
  return (Object.keys(MARTS) as MartName[]).filter((name) => (MARTS[name].halves as readonly Half[]).includes(half));
}
