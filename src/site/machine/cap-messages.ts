import type { HistoryEntry } from "../../warnings/history.ts";
import type { Warning } from "../../warnings/read.ts";
import type { MachineContext } from "./context.ts";
import { publicSteps } from "./steps.ts";
import { byTime, capTime, dayOf } from "./times.ts";
import { hostOf } from "./urls.ts";

/** Why a message was sent. `replace`: the warning took the place of another one. */
export type CapCause = "publish" | "correct" | "replace" | "end" | "supersede" | "withdraw";

/** One CAP message that was sent about a warning. */
export interface CapMessage {
  readonly warning: Warning;
  /** Its place among the messages of the warning, from 1: it keeps those apart that were sent in one second. */
  readonly number: number;
  readonly identifier: string;
  readonly cause: CapCause;
  readonly type: "Alert" | "Update" | "Cancel";
  readonly sent: string;
  /** The messages whose place it takes, or that it cancels, in the form of `<references>`. */
  readonly references: readonly string[];
  /** How many corrections the warning had by then. */
  readonly corrections: number;
  /** The warnings whose place it takes. */
  readonly replaced: readonly Warning[];
}

interface Event {
  readonly cause: CapCause;
  readonly at: string;
  readonly replaced: readonly Warning[];
}

const ENDS: readonly CapCause[] = ["end", "supersede", "withdraw"];
const CANCELS: readonly CapCause[] = ["supersede", "withdraw"];

/** Who sends: an address of the site's host. CAP forbids spaces, commas, "<" and "&" in it (3.2.1). */
export const capSender = (context: Pick<MachineContext, "origin">): string => `forewarn@${hostOf(context)}`;

/**
 * What a step tells the receivers of messages. The end of a warning on its last day was told when it was sent; whoever noted
 * that later has told nothing new. One that was ended by someone got its last day from that step.
 */
function causeOf({ step, at, to }: HistoryEntry, { expires }: Warning["record"]): CapCause | null {
  if (step === "publish") return to === "corrected" ? "correct" : "publish";
  if (step === "expire") return expires !== null && dayOf(at) <= expires ? "end" : null;
  return step === "supersede" || step === "withdraw" ? step : null;
}

const ownEvents = (warning: Warning): Event[] =>
  publicSteps(warning).flatMap((step) => {
    const cause = causeOf(step, warning.record);
    return cause === null ? [] : [{ cause, at: step.at, replaced: [] }];
  });

/**
 * What was told of a warning, in order. It may have taken the place of others: where that was so when it was published, the
 * first message says it; else a message of its own does, because one that was sent does not change.
 */
function eventsOf(warning: Warning, all: readonly Warning[]): Event[] {
  const events = ownEvents(warning);
  for (const other of all) {
    if (other.record.supersededBy !== warning.id) continue;
    const at = publicSteps(other).find(({ step }) => step === "supersede")?.at;
    const first = events[0];
    if (at === undefined || !first) continue;
    if (byTime(at, first.at) <= 0) {
      events[0] = { ...first, replaced: [...first.replaced, other] };
      continue;
    }
    const next = events.findIndex((event) => byTime(event.at, at) > 0 || ENDS.includes(event.cause));
    const later: Event = { cause: "replace", at, replaced: [other] };
    events.splice(next < 0 ? events.length : next, 0, later);
  }
  return events;
}

/** A message before it is known what the messages of other warnings are. */
type Unlinked = Omit<CapMessage, "references">;

function unlinked(warning: Warning, context: Pick<MachineContext, "origin" | "warnings">): Unlinked[] {
  let corrections = 0;
  return eventsOf(warning, context.warnings).map(({ cause, at, replaced }, i) => {
    if (cause === "correct") corrections++;
    const first = i === 0 && replaced.length === 0;
    return {
      warning,
      number: i + 1,
      identifier: `${hostOf(context)}:${warning.id}:${i + 1}`,
      cause,
      type: CANCELS.includes(cause) ? "Cancel" : first ? "Alert" : "Update",
      sent: capTime(at),
      corrections,
      replaced,
    };
  });
}

/**
 * The CAP 1.2 messages of all warnings by id, each list in the order of sending. The first is an Alert, or an Update where it takes
 * the place of another warning; a correction, an end that someone set, and the taking of another's place are Updates; a
 * warning that was superseded or withdrawn gets a Cancel. A message refers to all earlier ones of its warning and, where it
 * takes another's place, to that one's: but never to a Cancel, since to cancel that would say that the warning holds again.
 */
export function capMessages(context: Pick<MachineContext, "origin" | "warnings">): Map<string, readonly CapMessage[]> {
  const all = new Map(context.warnings.map((warning) => [warning.id, unlinked(warning, context)]));
  const sender = capSender(context);
  const told = (messages: readonly Unlinked[]) =>
    messages.filter(({ type }) => type !== "Cancel").map((it) => `${sender},${it.identifier},${it.sent}`);
  const link = (message: Unlinked, i: number, own: readonly Unlinked[]): CapMessage => ({
    ...message,
    references: [...message.replaced.flatMap(({ id }) => told(all.get(id) ?? [])), ...told(own.slice(0, i))],
  });
  return new Map([...all].map(([id, own]) => [id, own.map(link)]));
}
