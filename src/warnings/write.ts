import { stringify } from "yaml";
import { ForewarnError } from "../errors.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceText, FILES, readRaw } from "./files.ts";
import { replaceFolder, whileLocked } from "./folder.ts";
import { contentHash, historyText, nextEntry, stateHash } from "./history.ts";
import { nextId } from "./numbers.ts";
import { inspectRaw, warningIds } from "./read.ts";
import { ID, recordSchema, type WarningRecord } from "./record.ts";

/** What a new draft consists of. */
export interface NewDraft {
  readonly record: WarningRecord;
  readonly zh: string;
  readonly en: string | null;
  readonly evidence: Evidence;
  readonly who: string;
  readonly why: string;
  /** The bureau's time with its offset. */
  readonly at: string;
}

/**
 * Writes the folder of a new draft, whole or not at all.
 * @param id the id to give it; the next free one of the year of `at` unless given
 * @returns its id
 * @throws ForewarnError where it is not valid, or a warning of that id is there
 */
export async function writeDraft(directory: string, draft: NewDraft, id?: string): Promise<string> {
  const { who, why, at, zh, en } = draft;
  return whileLocked(directory, "ids", draft, async () => {
    const ids = await warningIds(directory);
    const given = id ?? nextId(ids, at.slice(0, 4));
    if (!ID.test(given)) throw new ForewarnError("warnings.id", {}, { place: { file: directory, value: given } });
    if (ids.includes(given))
      throw new ForewarnError("warnings.exists", {}, { place: { file: directory, value: given } });
    const record = recordSchema.parse(draft.record);
    const evidence = evidenceText(draft.evidence);
    const entry = nextEntry(null, {
      step: "draft",
      from: null,
      to: "draft",
      at,
      who,
      why,
      release: draft.evidence.release,
      content: contentHash({ record, zh, en, evidence }),
      state: stateHash(record),
    });
    const changes = {
      [FILES.record]: stringify(record, { lineWidth: 0 }),
      [FILES.zh]: zh,
      ...(en === null ? {} : { [FILES.en]: en }),
      [FILES.evidence]: evidence,
      [FILES.history]: historyText([entry]),
    };
    const check = async (made: string) => {
      const broken = ForewarnError.of(inspectRaw(await readRaw(made), made, { id: given }).faults);
      if (broken) throw broken;
    };
    await whileLocked(directory, given, draft, () => replaceFolder(directory, given, changes, check));
    return given;
  });
}
