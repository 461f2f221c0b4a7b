import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import { type HotspotEvidence, hotspotEvidenceSchema } from "../../../release/evidence-schema.ts";
import type { Release } from "../../../release/read.ts";
import type { Format } from "../../format.ts";

/** What stands behind one hotspot, as the page prints it. */
export interface HotspotDetails {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** Which rule tested it, and why that one. */
  readonly rule: string;
  /** What carries the rise, a line a dimension. */
  readonly contributors: readonly { dim: string; text: string }[];
  readonly breaks: readonly string[];
  /** First digits of the record's digest. */
  readonly digest: string;
}

const DIMENSIONS = ["category", "problem", "region", "channel", "business"] as const;

function contributorsOf(evidence: HotspotEvidence, locale: Locale, format: Format) {
  return DIMENSIONS.flatMap((dim) => {
    const own = evidence.contributors.filter((one) => one.dim === dim);
    if (own.length === 0) return [];
    const parts = own.map(({ name, observed, usual, part }) =>
      translate(locale, "hotspots.contributor", {
        name: name[locale],
        people: observed,
        usual: format.number(usual, 1),
        part: format.percent(part, 0),
      }),
    );
    return [{ dim: translate(locale, `hotspots.dim.${dim}`), text: parts.join(translate(locale, "hotspots.and")) }];
  });
}

/** The records of some hotspots, in their order. */
export async function readDetails(
  release: Release,
  ids: readonly string[],
  { locale, format }: { locale: Locale; format: Format },
): Promise<HotspotDetails[]> {
  const rows = await release.rows<{ id: string; sha256: string; json: string }>(
    "SELECT id, sha256, json FROM evidence WHERE id IN (SELECT unnest($1::JSON::VARCHAR[]))",
    [JSON.stringify(ids)],
  );
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const evidence = hotspotEvidenceSchema.parse(JSON.parse(row.json));
    const { detector, names, breaks } = evidence;
    return [
      {
        id,
        name: Object.values(names)
          .flatMap((one) => (one === null ? [] : [one[locale]]))
          .join(translate(locale, "hotspots.joiner")),
        sentence: evidence.sentence[locale],
        rule: translate(locale, "hotspots.rule", {
          name: translate(locale, `hotspots.detector.${detector.id as "share"}`),
          version: detector.version,
          reason: detector.reason[locale],
          years: detector.years,
        }),
        contributors: contributorsOf(evidence, locale, format),
        breaks: breaks.map((one) =>
          translate(locale, "hotspots.break", { day: format.date(one.from), text: one[locale] }),
        ),
        digest: row.sha256.slice(0, 12),
      },
    ];
  });
}
