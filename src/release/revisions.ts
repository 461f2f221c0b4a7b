import path from "node:path";
import { literal } from "../duck/identifier.ts";
import type { Manifest } from "./manifest.ts";
import { openRelease, type Release } from "./read.ts";

/** A figure of a period that had ended, as it was published and as it is now. */
export interface Revision {
  readonly grain: string;
  readonly period: string;
  readonly measure: string;
  readonly dim: string | null;
  readonly group: string | null;
  /** Decimal texts as in the mart `measure`; null where there was no figure. */
  readonly before: string | null;
  readonly now: string | null;
  /** now − before; null where one of them is no figure. */
  readonly difference: string | null;
  /** item | money | ratio | day | quantity. */
  readonly unit: string;
  /** Whether it goes on changing by its nature, as what became of a month's complaints does. */
  readonly matures: boolean;
}

/** The figures that changed between two releases, and what lies between them. */
export interface Revisions {
  readonly release: string;
  readonly asOf: string;
  readonly since: { readonly release: string; readonly asOf: string };
  /** Source files that the earlier release did not have, and that the later one no longer has. */
  readonly filesAdded: number;
  readonly filesGone: number;
  /** Rules whose version changed: figures may differ with the same data. */
  readonly methods: readonly { readonly method: string; readonly before: string | null; readonly now: string | null }[];
  /** How many figures of ended periods both releases were compared by. */
  readonly compared: number;
  /** By period from the latest, the whole before its parts, in the registry's order of measures. */
  readonly revisions: readonly Revision[];
}

function methodsChanged(before: Manifest["methods"], now: Manifest["methods"]): Revisions["methods"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names
    .map((method) => ({ method, before: before[method] ?? null, now: now[method] ?? null }))
    .filter((it) => it.before !== it.now);
}

const filesOf = ({ sources }: Manifest) => new Set((sources.list ?? []).map(({ sha256 }) => sha256));

/**
 * Compares the figures that a release published for periods that had ended with those of a later release. Late entries, corrected
 * exports and new rules change closed months; what was published stays as it was in its release, and the difference is told.
 * A group without records has no row: nothing and 0 are the same.
 * @param later the bureau's half of a release
 * @param before the folder of an earlier release; measures that only one of them knows are left out
 */
export async function compareReleases(later: Release, before: string): Promise<Revisions> {
  const earlier = await openRelease(path.join(before, "bureau"), "bureau", ["measure"]);
  try {
    const old = `read_parquet(${literal(earlier.table("measure"))})`;
    const key = `grain, period, measure, coalesce(dim, '') AS dim, coalesce(group_key, '') AS "group", dim IS NULL AS whole`;
    const both = `WITH ended AS (
          SELECT DISTINCT grain, period FROM ${old} WHERE complete AND grain <> 'ytd'
        ), known AS (
          SELECT DISTINCT measure FROM ${old}
        ), figure AS (
          SELECT ${key}, value AS before, NULL AS now FROM ${old} SEMI JOIN ended USING (grain, period)
          UNION ALL
          SELECT ${key}, NULL, value FROM measure SEMI JOIN ended USING (grain, period) SEMI JOIN known USING (measure)
        ), pair AS (
          SELECT grain, period, measure, dim, "group", whole, max(before) AS before, max(now) AS now FROM figure GROUP BY ALL
        )`;
    const { compared } = await later.row<{ compared: number }>(
      `${both} SELECT count(*)::DOUBLE AS compared FROM pair JOIN definition USING (measure)`,
    );
    const revisions = await later.rows<Revision>(
      `${both} SELECT grain, period, measure, nullif(dim, '') AS dim, CASE WHEN NOT whole THEN "group" END AS "group", before, now, now - before AS difference, unit, matures
         FROM pair JOIN definition USING (measure) WHERE coalesce(before, 0) <> coalesce(now, 0)
         ORDER BY period DESC, grain, NOT whole, dim, "group", position`,
    );
    const [a, b] = [filesOf(earlier.manifest), filesOf(later.manifest)];
    return {
      release: later.manifest.release,
      asOf: later.manifest.asOf,
      since: { release: earlier.manifest.release, asOf: earlier.manifest.asOf },
      filesAdded: [...b].filter((file) => !a.has(file)).length,
      filesGone: [...a].filter((file) => !b.has(file)).length,
      methods: methodsChanged(earlier.manifest.methods, later.manifest.methods),
      compared,
      revisions,
    };
  } finally {
    earlier.close();
  }
}
