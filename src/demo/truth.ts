import { DAY, isoDay } from "./calendar.ts";
import { yuan } from "./cells.ts";
import type { FaultCode, Line } from "./dirt.ts";
import type { Says, TicketSays } from "./says.ts";
import type { Kind, Outcome } from "./ticket.ts";

export interface FileTruth {
  /** Below `exports/`. */
  readonly path: string;
  readonly layout: string;
  readonly format: "csv" | "html-table" | "xlsx";
  readonly encoding: "gb18030" | "utf-8" | "utf-8-bom" | "binary";
  /** Records below the header: accepted, unchanged, duplicate and rejected ones. Blank lines are none. */
  readonly rows: number;
  /** Rows that repeat a row of the same file. */
  readonly duplicates: number;
  readonly rejected: readonly { readonly line: number; readonly column: string | null; readonly code: FaultCode }[];
  /** The file that this one is a copy of, byte for byte. */
  readonly sameAs: string | null;
}

type Known = { -readonly [key in keyof TicketSays]: TicketSays[key] };
type Counts = Record<string, number>;

const bump = (counts: Counts, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** A counts object with its keys in order, so that the file does not depend on which ticket came first. */
const sorted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/**
 * Keeps the books on what a perfect ingest learns from all files, in whatever order. A row of a ticket tells the same as
 * any other or less; of money a printed amount outranks a pre-filled zero.
 */
export class Truth {
  readonly #files: FileTruth[] = [];
  readonly #tickets = new Map<string, Known>();
  readonly #followUps = new Map<string, Extract<Says, { record: "follow_up" }>>();
  readonly #outcomes = new Map<string, Extract<Says, { record: "report_outcome" }>>();
  readonly #activities = new Map<string, Extract<Says, { record: "activity" }>>();

  addFile(
    file: Omit<FileTruth, "rows" | "duplicates" | "rejected">,
    lines: readonly Line[],
    at: readonly number[],
  ): void {
    const rejected: FileTruth["rejected"][number][] = [];
    let rows = 0;
    let duplicates = 0;
    lines.forEach((line, i) => {
      if (line.blank) return;
      rows++;
      if (line.repeated) duplicates++;
      if (line.fault) rejected.push({ line: at[i] as number, column: line.fault.column, code: line.fault.code });
      else if (line.says) this.#hear(line.says);
    });
    this.#files.push({ ...file, rows, duplicates, rejected });
  }

  addCopy(path: string, of: string): void {
    const original = this.#files.find((file) => file.path === of);
    if (!original) throw new TypeError(`no file ${of} to be a copy of`);
    this.#files.push({ ...original, path, sameAs: of });
  }

  get files(): readonly FileTruth[] {
    return this.#files;
  }

  #hear(says: Says): void {
    if (says.record === "ticket") this.#hearTicket(says);
    else if (says.record === "follow_up") this.#followUps.set(says.key, says);
    else if (says.record === "report_outcome") this.#outcomes.set(says.key, says);
    else this.#activities.set(says.key, says);
  }

  #hearTicket(says: TicketSays): void {
    const { id } = says.ticket;
    const known = this.#tickets.get(id);
    if (!known) {
      this.#tickets.set(id, { ...says });
      return;
    }
    known.registered ??= says.registered as number;
    known.accepted ??= says.accepted as number;
    known.concluded ??= says.concluded as number;
    known.outcome ??= says.outcome as Outcome;
    known.category ??= says.category as string;
    known.region ??= says.region as string;
    known.appraisal ||= says.appraisal as boolean;
    known.professional ||= says.professional as boolean;
    for (const money of ["disputed", "recovered", "added"] as const) {
      if (says[money] !== undefined) known[money] = Math.max(known[money] ?? 0, says[money]);
    }
  }

  /** What a warehouse should hold when all files are loaded. Money in yuan with two places. */
  totals(): object {
    const tickets = [...this.#tickets.values()];
    const byKind: Counts = {};
    const outcomes: Counts = {};
    const byMonth: Record<string, Record<Kind, number>> = {};
    const count = { undated: 0, accepted: 0, concluded: 0, appraisals: 0, professional: 0, noCategory: 0, noRegion: 0 };
    const money = { disputed: 0, recovered: 0, added: 0 };
    const stated = { disputed: 0, recovered: 0, added: 0 };
    for (const ticket of tickets) {
      bump(byKind, ticket.kind);
      if (ticket.registered === undefined) count.undated++;
      else {
        const month = isoDay(Math.floor(ticket.registered / DAY)).slice(0, 7);
        byMonth[month] ??= { complaint: 0, report: 0, inquiry: 0 };
        byMonth[month][ticket.kind]++;
      }
      if (ticket.accepted !== undefined) count.accepted++;
      if (ticket.concluded !== undefined) count.concluded++;
      if (ticket.appraisal) count.appraisals++;
      if (ticket.professional) count.professional++;
      if (!ticket.category) count.noCategory++;
      if (!ticket.region) count.noRegion++;
      if (ticket.outcome) bump(outcomes, ticket.outcome);
      for (const key of ["disputed", "recovered", "added"] as const) {
        money[key] += ticket[key] ?? 0;
        if ((ticket[key] ?? 0) > 0) stated[key]++;
      }
    }
    return {
      tickets: {
        total: tickets.length,
        byKind: sorted(byKind),
        byMonth: Object.fromEntries(Object.entries(byMonth).sort(([a], [b]) => (a < b ? -1 : 1))),
        undated: count.undated,
        acceptedDated: count.accepted,
        concludedDated: count.concluded,
        withoutCategory: count.noCategory,
        withoutRegion: count.noRegion,
        appraisals: count.appraisals,
        professional: count.professional,
        byOutcome: sorted(outcomes),
      },
      money: Object.fromEntries(
        (["disputed", "recovered", "added"] as const).map((key) => [
          key,
          { sum: yuan(money[key]), tickets: stated[key] },
        ]),
      ),
      ...this.#others(),
      files: this.#files,
    };
  }

  #others(): object {
    const penalties = [...this.#outcomes.values()];
    const sum = (key: "fine" | "forfeited" | "goodsValue") =>
      yuan(penalties.reduce((total, penalty) => total + penalty[key], 0));
    const calls = [...this.#followUps.values()];
    const byType: Counts = {};
    let atLeast = 0;
    for (const { type, atLeast: bound } of this.#activities.values()) {
      bump(byType, type);
      if (bound) atLeast++;
    }
    return {
      followUps: {
        total: calls.length,
        rated: calls.filter(({ satisfaction }) => satisfaction !== "").length,
        satisfied: calls.filter(({ satisfaction }) => satisfaction === "满意").length,
        fairlySatisfied: calls.filter(({ satisfaction }) => satisfaction === "基本满意").length,
      },
      penalties: {
        cases: penalties.length,
        fines: sum("fine"),
        forfeited: sum("forfeited"),
        goodsValue: sum("goodsValue"),
      },
      activities: { total: this.#activities.size, atLeast, byType: sorted(byType) },
    };
  }
}
