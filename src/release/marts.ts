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

/** One table. What a row is and what its columns hold is told by the catalogue; see `columnsOf`. */
export interface Mart {
  readonly halves: readonly Half[];
  readonly columns: Readonly<Record<string, MartType>>;
}

/** The period of a row; `to` is cut at the as-of date, and then the period is not complete. */
const PERIOD = { grain: "VARCHAR", period: "VARCHAR", from: "DATE", to: "DATE", complete: "BOOLEAN" } as const;

export const MARTS = {
  dimension: {
    halves: ["bureau", "public"],
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
    // Remarks of `note` are told by `measures.remark.<code>`. In the public half: complete periods only, ytd to the end of the last
    // complete month, no unit, region or channel; amounts without n.
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
    // So that a release explains itself, whatever the tool that reads it knows. In the public half: the measures that it has.
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
    // Limits are exact binomial ones, around the pooled share; see `createAssessment`.
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
    // grid: one of `PUBLIC_GRIDS`, in complete periods. Every group that ever occurs has a row for each period, 0 too.
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
    columns: {
      id: "VARCHAR",
      rank: "INTEGER",
      cell: "VARCHAR",
      category: "VARCHAR",
      problem: "VARCHAR",
      region: "VARCHAR",
      business: "VARCHAR",
      brand: "VARCHAR",
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
      years: "INTEGER",
      phi: "DOUBLE",
      tests: "BIGINT",
      one_in: "BIGINT",
      quiet_periods: "BIGINT",
      completeness: "DOUBLE",
      breaks: "VARCHAR[]",
    },
  },
  contributor: {
    halves: ["bureau"],
    columns: {
      id: "VARCHAR",
      dim: "VARCHAR",
      key: "VARCHAR",
      observed: "BIGINT",
      usual: "DOUBLE",
      part: "DOUBLE",
    },
  },
  disproportion: {
    halves: ["bureau"],
    columns: {
      rank: "INTEGER",
      business: "VARCHAR",
      problem: "VARCHAR",
      observed: "BIGINT",
      all_of_business: "BIGINT",
      expected: "DOUBLE",
      ic: "DOUBLE",
      ic_low: "DOUBLE",
      ebgm: "DOUBLE",
      eb05: "DOUBLE",
      stands_out: "BOOLEAN",
      rate_ratio: "DOUBLE",
      rate_ratio_low: "DOUBLE",
    },
  },
  scan: {
    halves: ["bureau"],
    columns: {
      rank: "INTEGER",
      category: "VARCHAR",
      regions: "VARCHAR[]",
      from: "DATE",
      to: "DATE",
      observed: "BIGINT",
      expected: "DOUBLE",
      llr: "DOUBLE",
      p: "DOUBLE",
      q: "DOUBLE",
      draws: "BIGINT",
    },
  },
  delay: {
    halves: ["bureau"],
    columns: { source: "VARCHAR", age: "INTEGER", completeness: "DOUBLE", exports: "BIGINT", known: "BOOLEAN" },
  },
  break: {
    halves: ["bureau", "public"],
    columns: {
      from: "DATE",
      to: "DATE",
      what: "VARCHAR",
      effect: "VARCHAR",
      fields: "VARCHAR[]",
      zh: "VARCHAR",
      en: "VARCHAR",
    },
  },
  bench: {
    halves: ["bureau", "public"],
    columns: {
      position: "INTEGER",
      figure: "VARCHAR",
      value: "DOUBLE",
      unit: "VARCHAR",
      aim: "VARCHAR",
      must: "VARCHAR",
      ok: "BOOLEAN",
      made: "DATE",
      seed: "BIGINT",
    },
  },
  evidence: {
    halves: ["bureau"],
    columns: { id: "VARCHAR", sha256: "VARCHAR", json: "VARCHAR" },
  },
  time_limit: {
    halves: ["bureau"],
    columns: {
      step: "VARCHAR",
      rule: "VARCHAR",
      zh: "VARCHAR",
      en: "VARCHAR",
      from: "DATE",
      to: "DATE",
      limit_days: "INTEGER",
      day_kind: "VARCHAR",
      extension: "INTEGER",
      stops_for: "VARCHAR",
      article: "VARCHAR",
      counts_from: "DATE",
      counts_to: "DATE",
      moves_after: "VARCHAR",
    },
  },
  holiday_year: {
    halves: ["bureau"],
    columns: { year: "INTEGER", notice: "VARCHAR", days_off: "INTEGER", days_worked: "INTEGER" },
  },
  accounting_file: {
    halves: ["bureau"],
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
    columns: { month: "DATE", fate: "VARCHAR", rows: "BIGINT" },
  },
  accounting_reject: {
    halves: ["bureau"],
    columns: { code: "VARCHAR", column_name: "VARCHAR", rows: "BIGINT" },
  },
  accounting_gap: {
    halves: ["bureau"],
    // gap: unmapped_category | unmapped_problem | unmapped_region | no_amount_recovered | zero_stated | suspected_serial | quality:<flag>
    columns: { gap: "VARCHAR", tickets: "BIGINT", of: "BIGINT" },
  },
} as const satisfies Record<string, Mart>;

export type MartName = keyof typeof MARTS;

/** The marts that a half holds, in the order above. */
export function martsOf(half: Half): MartName[] {
  return (Object.keys(MARTS) as MartName[]).filter((name) => (MARTS[name].halves as readonly Half[]).includes(half));
}
