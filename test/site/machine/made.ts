import path from "node:path";
import { validateXML } from "xmllint-wasm";
import type { MachineContext } from "../../../src/site/machine/context.ts";
import { publicWarnings } from "../../../src/site/pages/public/state.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import type { WarningRecord } from "../../../src/warnings/record.ts";
import type { StepDetails } from "../../../src/warnings/step.ts";
import { fixtureEvidence } from "../../fixture/evidence.ts";
import { EN, RECORD, ZH } from "../../fixture/warnings.ts";
import { type MadeUp, makeWarning, PEOPLE, step } from "../../support/warnings.ts";

export const FIXTURE = path.resolve(import.meta.dirname, "../../fixture/warnings");

/** A made-up site over some warnings. */
export function contextOf(warnings: readonly Warning[], change: Partial<MachineContext> = {}): MachineContext {
  return {
    origin: "https://forewarn.example",
    first: "zh",
    bureau: { zh: "虚构县市场监督管理局", en: "Invented County Market Supervision Bureau", hotline: "12315" },
    release: "2026-06-17-0123abcd",
    asOf: "2026-06-17",
    period: { from: "2023-07-01", to: "2026-06-17" },
    day: "2026-06-20",
    warnings: publicWarnings({ warnings }),
    categories: [{ code: "S01", zh: "健身服务", en: "Gyms" }],
    topOf: (category) => category.slice(0, 3),
    timeZone: "Asia/Shanghai",
    license: "https://licence.example/by/4.0/",
    address: (locale, page) => `${locale === "zh" ? "" : "en/"}${page}.html`,
    ...change,
  };
}

/** The site over the made-up warnings, the draft among them. */
export const fixtureContext = async (change: Partial<MachineContext> = {}): Promise<MachineContext> =>
  contextOf(await readWarnings(FIXTURE), change);

/** Writes a warning that was published on `day` at nine o'clock. */
export const publish = (
  directory: string,
  id: string,
  day: string,
  change: Partial<WarningRecord> & Partial<Pick<MadeUp, "en" | "zh" | "evidence">> = {},
): Promise<void> => {
  const { zh = ZH, en = EN, evidence = fixtureEvidence(), ...record } = change;
  const serial = Number(id.split("-").at(-1));
  const number = `消费警示〔2026〕第${Number.isNaN(serial) ? 99 : serial}号`;
  return makeWarning(directory, { id, record: { ...RECORD, number, issued: day, ...record }, zh, en, evidence });
};

/** Corrects a warning on a day, all steps of it. */
export async function correct(directory: string, id: string, day: string, details: StepDetails): Promise<void> {
  await step(directory, id, "correct", PEOPLE.author, { day });
  await step(directory, id, "submit", PEOPLE.author, { day });
  await step(directory, id, "review", PEOPLE.reviewer, { day });
  await step(directory, id, "approve", PEOPLE.approver, { day });
  await step(directory, id, "publish", PEOPLE.approver, { day, details });
}

/** What is wrong with XML documents: that they are no XML, or do not fit the schema. */
export async function xmlFaults(files: ReadonlyMap<string, string>, schema?: string): Promise<string[]> {
  const xml = [...files].map(([name, contents]) => ({ fileName: name.replaceAll("/", "-"), contents }));
  const { errors } = await validateXML(schema === undefined ? { xml, normalization: "c14n" } : { xml, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** The file of that path. */
export function fileOf(files: ReadonlyMap<string, string>, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`${file} is not among ${[...files.keys()].join(", ")}`);
  return text;
}
