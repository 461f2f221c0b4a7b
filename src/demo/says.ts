import type { Kind, Outcome, Ticket } from "./ticket.ts";

/** What one accepted row tells of a ticket. A field that it does not tell is absent; money in fen, 0 where it prints 0. */
export interface TicketSays {
  readonly ticket: Ticket;
  readonly kind: Kind;
  readonly registered?: number;
  readonly accepted?: number;
  readonly concluded?: number;
  readonly outcome?: Outcome;
  readonly category?: string | null;
  readonly region?: string | null;
  readonly appraisal?: boolean;
  readonly professional?: boolean;
  readonly disputed?: number;
  readonly recovered?: number;
  readonly added?: number;
}

/** What an accepted row tells, by the record that it belongs to. */
export type Says =
  | ({ readonly record: "ticket" } & TicketSays)
  | { readonly record: "follow_up"; readonly key: string; readonly satisfaction: string }
  | {
      readonly record: "report_outcome";
      readonly key: string;
      readonly fine: number;
      readonly forfeited: number;
      readonly goodsValue: number;
    }
  | { readonly record: "activity"; readonly key: string; readonly type: string; readonly atLeast: boolean };

/** A row of an export, cells in the order of its layout's header. */
export interface Row {
  readonly cells: readonly string[];
  readonly says: Says;
}

/** A layout of exports: its captions, and those whose cells can be spoilt. */
export interface Layout {
  readonly id: string;
  readonly header: readonly string[];
  /** A column of dates that are events, one of money or numbers, and one that no row may lack. */
  readonly date: string;
  readonly number: string;
  readonly required: string;
}
