import { z } from "zod";

/** 警示: harm is being done. 提示: advice. 预警: harm is expected. */
export const KINDS = ["warning", "advice", "early_warning"] as const;
export type WarningKind = (typeof KINDS)[number];

/** How grave the risk is. A bureau that does not grade its warnings says `not_given`; it is never guessed. */
export const RISKS = ["serious", "high", "medium", "low", "not_given"] as const;
export type WarningRisk = (typeof RISKS)[number];

/** The life of a warning. What has been published keeps its address for ever. */
export const STATUSES = [
  "draft",
  "in_review",
  "approved",
  "published",
  "corrected",
  "superseded",
  "expired",
  "withdrawn",
  // A draft of which people found that there is nothing to warn of. It is kept, so that it is not proposed again.
  "dismissed",
] as const;
export type WarningStatus = (typeof STATUSES)[number];

/** The states in which a warning has a public page. */
export const PUBLIC_STATUSES = ["published", "corrected", "superseded", "expired", "withdrawn"] as const;
export const isPublic = (status: WarningStatus): boolean => (PUBLIC_STATUSES as readonly string[]).includes(status);

/** True where a reader should still heed it. */
export const isInForce = (status: WarningStatus): boolean => status === "published" || status === "corrected";

const date = z.iso.date();
const words = z.string().trim().min(1);
const both = z.strictObject({ zh: words, en: words });
/** What is told in Chinese, and in English where someone has translated it: nobody must wait for that to withdraw a warning. */
const told = z.strictObject({ zh: words, en: words.nullable() });
export type Told = Readonly<z.infer<typeof told>>;
const name = words.nullable();

/** An id of a warning: the name of its folder, and part of its address. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(ID);

const KIND_WORDS = { warning: "警示", advice: "提示", early_warning: "预警" } as const;
const NUMBER = /^消费(警示|提示|预警)〔(\d{4})〕第([1-9]\d*)号$/;

/** A business that is named, and how its right of reply was met. */
const business = z.strictObject({
  name: words,
  /** A sole trader 个体工商户 bears a person's name and is never named (个人信息保护法 art. 25). */
  form: z.enum(["company", "sole_trader"]),
  /** When it was told and asked for its view, and when it answered. */
  asked: date.nullable(),
  answered: date.nullable(),
  /** What it said, as it is printed. */
  statement: told.nullable(),
});

const shape = z.strictObject({
  schema: z.literal(1),
  /** 消费警示〔2026〕第1号; null until it is given one. */
  number: z.string().regex(NUMBER).nullable(),
  kind: z.enum(KINDS),
  risk: z.enum(RISKS),
  status: z.enum(STATUSES),
  title: z.strictObject({ zh: words, en: words.nullable() }),
  /** Codes of the house taxonomy and of regions; null means all. */
  scope: z.strictObject({ category: name, problem: name, region: name }),
  /** The business that the warning names; null where it names none, which is the rule. See `namingFaults`. */
  business: business.nullable().default(null),
  issuer: both,
  /** Who wrote, who examined, who released it (责编/审签). Three different people. */
  signatures: z.strictObject({ author: name, reviewer: name, approver: name }),
  issued: date.nullable(),
  updated: date.nullable(),
  reviewBy: date.nullable(),
  expires: date.nullable(),
  related: z.array(id).default([]),
  /** Why it was withdrawn. */
  reason: told.nullable().default(null),
  /** The warning that took its place. */
  supersededBy: id.nullable().default(null),
  /** What was corrected after publication, when, and who signed it. */
  corrections: z
    .array(z.strictObject({ date, ...told.shape, author: words, reviewer: words, approver: words }))
    .default([]),
});

type Shape = z.infer<typeof shape>;
type Report = (path: PropertyKey[], key: string, params?: Record<string, string>) => void;

type Signatures = Readonly<Record<"author" | "reviewer" | "approver", string | null>>;

function checkDifferent(path: PropertyKey[], { author, reviewer, approver }: Signatures, report: Report): void {
  const seen = new Map<string, string>();
  for (const [role, person] of Object.entries({ author, reviewer, approver })) {
    if (person === null) continue;
    const other = seen.get(person);
    if (other !== undefined) report([...path, role], "warnings.samePerson", { role, other });
    seen.set(person, role);
  }
}

function checkSignatures({ signatures, corrections }: Shape, report: Report): void {
  checkDifferent(["signatures"], signatures, report);
  for (const [i, correction] of corrections.entries()) checkDifferent(["corrections", i], correction, report);
}

function checkDates({ issued, updated, reviewBy, expires }: Shape, report: Report): void {
  const order = (field: string, value: string | null, after: string, earliest: string | null) => {
    if (value !== null && earliest !== null && value < earliest)
      report([field], "warnings.dateOrder", { other: after, date: earliest });
  };
  order("updated", updated, "issued", issued);
  order("reviewBy", reviewBy, "issued", issued);
  order("expires", expires, "issued", issued);
  order("expires", expires, "reviewBy", reviewBy);
}

/** What a person sees must be whole: the number, three signatures, all dates; and the reason where it has been ended. */
function checkComplete(record: Shape, report: Report): void {
  const { status } = record;
  const need = (path: string[], value: unknown) => {
    if (value === null) report(path, "warnings.needed", { status });
  };
  if (isPublic(status) || status === "approved")
    for (const [role, person] of Object.entries(record.signatures)) need(["signatures", role], person);
  if (!isPublic(status)) return;
  need(["number"], record.number);
  need(["issued"], record.issued);
  need(["reviewBy"], record.reviewBy);
  need(["expires"], record.expires);
  if (status === "withdrawn") need(["reason"], record.reason);
  if (status === "superseded") need(["supersededBy"], record.supersededBy);
  if (status === "corrected" || status === "withdrawn" || status === "superseded") need(["updated"], record.updated);
  if (status === "corrected" && record.corrections.length === 0) report(["corrections"], "warnings.needed", { status });
}

/**
 * `warnings/<id>/warning.yaml`: everything of a warning but its text and its evidence.
 * A published record names 责编 and 审签 as local bureaus print them; states follow GOV.UK practice.
 */
export const recordSchema = shape.superRefine((record, context) => {
  const report: Report = (path, key, params = {}) =>
    context.addIssue({ code: "custom", path, params: { key, params }, input: record });
  const kind = record.number === null ? null : NUMBER.exec(record.number)?.[1];
  if (kind !== null && kind !== KIND_WORDS[record.kind])
    report(["number"], "warnings.numberKind", { kind: KIND_WORDS[record.kind] });
  checkSignatures(record, report);
  checkDates(record, report);
  checkComplete(record, report);
});

export type WarningRecord = Readonly<Shape>;

/** Where a warning stands on a day: its last one makes it expired, without anyone doing anything. */
export function stateOn(
  { record }: { readonly record: Pick<WarningRecord, "status" | "expires"> },
  day: string,
): WarningStatus {
  const { status, expires } = record;
  return isInForce(status) && expires !== null && expires < day ? "expired" : status;
}

/** How a number is put together: consumer warning, year, serial. */
export const numberOf = (kind: WarningKind, year: string, serial: number): string =>
  `消费${KIND_WORDS[kind]}〔${year}〕第${serial}号`;

/** Year and serial of a number: 消费警示〔2026〕第1号 → 2026, 1. Null where it has none. */
export function numberParts(number: string | null): { year: string; serial: string } | null {
  const [, , year, serial] = NUMBER.exec(number ?? "") ?? [];
  return year && serial ? { year, serial } : null;
}
