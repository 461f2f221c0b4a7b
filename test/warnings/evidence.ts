import type { Evidence } from "../../src/warnings/evidence.ts";

/** Made-up evidence: 1,042 people with 1,050 complaints where 11.4 people were expected. */
export const EVIDENCE: Evidence = {
  schema: 1,
  release: "2026-06-17-0123abcd",
  asOf: "2026-06-17",
  cell: "category:S01|problem:P01|region:",
  names: { category: { zh: "健身服务", en: "Gyms" }, problem: { zh: "合同", en: "Contracts" }, region: null },
  grain: "month",
  period: "2026-05",
  from: "2026-05-01",
  to: "2026-05-31",
  observed: 1042,
  complaints: 1050,
  expected: 11.4,
  low: 4.2,
  high: 18.9,
  ratio_at_least: 2.69,
  detector: "plain/1",
  method: { zh: "虚构", en: "made up" },
  series: [
    {
      period: "2026-05",
      from: "2026-05-01",
      to: "2026-05-31",
      observed: 1042,
      complaints: 1050,
      expected: 11.4,
      low: 4.2,
      high: 18.9,
      complete: true,
      withheld: false,
    },
  ],
};
