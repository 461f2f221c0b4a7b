import { access } from "node:fs/promises";
import path from "node:path";
import type { Settings } from "../config/settings.ts";
import { translate } from "../i18n/translate.ts";
import { openRelease, type Release } from "../release/read.ts";
import type { Evidence } from "../warnings/evidence.ts";
import { readTemplates, templateFor } from "../warnings/templates.ts";
import { type NewWarning, writeWarning } from "../warnings/write.ts";
import { sampleEvidence } from "./sample-evidence.ts";

const DAY = 864e5;
const later = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** A time of that day in the bureau's zone, with its offset: "2026-06-17T09:00:00+08:00". */
function moment(day: string, hour: number, timeZone: string): string {
  const zone = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(new Date(`${day}T12:00:00Z`))
    .find(({ type }) => type === "timeZoneName")?.value;
  const offset = zone?.slice("GMT".length) || "Z";
  return `${day}T${String(hour).padStart(2, "0")}:00:00${offset}`;
}

/** The whole record: invented people, dates reckoned from the as-of date of the release. */
async function sample(release: Release, evidence: Evidence, settings: Settings, id: string): Promise<NewWarning> {
  const { bureau, asOf } = release.manifest;
  const { title, zh, en } = templateFor(await readTemplates(), evidence.names);
  const [category, problem, region] = evidence.cell.split("|").map((part) => part.slice(part.indexOf(":") + 1) || null);
  const signatures = {
    author: translate("zh", "warnings.samplePerson.author"),
    reviewer: translate("zh", "warnings.samplePerson.reviewer"),
    approver: translate("zh", "warnings.samplePerson.approver"),
  };
  const why = translate("zh", "warnings.sampleWhy");
  const at = (hour: number) => moment(asOf, hour, settings.timeZone);
  return {
    id,
    zh,
    en,
    evidence,
    record: {
      schema: 1,
      number: `消费警示〔${asOf.slice(0, 4)}〕第1号`,
      kind: "warning",
      risk: "medium",
      status: "published",
      title,
      scope: { category: category ?? null, problem: problem ?? null, region: region ?? null },
      issuer: { zh: bureau.zh, en: bureau.en },
      signatures,
      issued: asOf,
      updated: null,
      reviewBy: later(asOf, 30),
      expires: later(asOf, 90),
      related: [],
      reason: null,
      supersededBy: null,
      corrections: [],
    },
    steps: [
      { step: "draft", from: null, to: "draft", at: at(9), who: signatures.author, why },
      { step: "submit", from: "draft", to: "in_review", at: at(10), who: signatures.author, why },
      { step: "review", from: "in_review", to: "in_review", at: at(11), who: signatures.reviewer, why },
      { step: "approve", from: "in_review", to: "approved", at: at(12), who: signatures.approver, why },
      { step: "publish", from: "approved", to: "published", at: at(13), who: signatures.approver, why },
    ],
  };
}

/**
 * Writes one published sample warning from the public half of a release: of the cell with the strongest recent rise,
 * bound to its figures, signed by people who are plainly invented. What stands there already is left as it is.
 * @returns its id, or null where nothing in the release rose above its range
 */
export async function writeSampleWarning(options: {
  readonly release: string;
  readonly warningsDirectory: string;
  readonly settings: Settings;
}): Promise<string | null> {
  const release = await openRelease(options.release, "public");
  try {
    const id = `${release.manifest.asOf.slice(0, 4)}-001`;
    const there = await access(path.join(options.warningsDirectory, id)).then(
      () => true,
      () => false,
    );
    if (there) return id;
    const evidence = await sampleEvidence(release);
    if (!evidence) return null;
    await writeWarning(options.warningsDirectory, await sample(release, evidence, options.settings, id));
    return id;
  } finally {
    release.close();
  }
}
