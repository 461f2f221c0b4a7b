import type { Township } from "./county.ts";
import type { ProblemCode } from "./mix/shape.ts";
import type { Person } from "./people.ts";

export type Kind = "complaint" | "report" | "inquiry";
/** 业务性质 as forms print it. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = { complaint: "投诉", report: "举报", inquiry: "咨询" };
export type Decision = "accepted" | "refused" | "withdrawn" | "referred" | "answered";
export type Outcome = "agreement" | "no_agreement" | "withdrawn" | "unreachable" | "other";
export type Route = "12315" | "12345" | "local";

/** A penalty that came of a ticket. Money in fen. */
export interface Penalty {
  readonly caseNumber: string;
  readonly filed: number;
  readonly decided: number;
  readonly fine: number;
  readonly forfeited: number;
  readonly goods: string;
  readonly goodsValue: number;
}

export interface FollowUp {
  readonly called: number;
  readonly finding: string;
  /** Empty where the consumer did not rate. */
  readonly satisfaction: string;
}

/** What the ticket is about: fixed on the day of registration. */
export interface Facts {
  readonly kind: Kind;
  /** Seconds, county time. */
  readonly registered: number;
  /** The day on which it stands in the system, and so in exports. */
  readonly entered: number;
  readonly person: Person;
  readonly business: string;
  readonly address: string;
  readonly township: Township | null;
  readonly regionWords: string;
  /** House code, of a leaf or a group; null where the source's word is not in the taxonomy. */
  readonly category: string | null;
  readonly categoryWords: string;
  /** The class as the local register calls it. */
  readonly registerWords: string;
  readonly problems: readonly ProblemCode[];
  readonly problemWords: string;
  readonly brand: string;
  readonly title: string;
  readonly told: string;
  readonly online: boolean;
  readonly route: Route;
  readonly channel: string;
  readonly unit: string;
  /** In fen; null where none was told. */
  readonly disputed: number | null;
  readonly serial: boolean;
  /** Draws how its cells are written, so that every export writes them alike. */
  readonly style: number;
  /** Id of the hotspot that it was injected for. */
  readonly hotspot: string | null;
}

/** What became of it. Days; money in fen. */
export interface Life {
  readonly decision: Decision;
  /** Day of acceptance, refusal or hand-over. */
  readonly decided: number;
  readonly concluded: number;
  readonly outcome: Outcome | null;
  readonly outcomeWords: string;
  readonly recovered: number | null;
  readonly added: number | null;
  readonly mental: number | null;
  readonly appraisal: boolean;
  readonly fraud: boolean;
  readonly professional: boolean;
  readonly penalty: Penalty | null;
  readonly followUp: FollowUp | null;
}

export interface Ticket {
  /** 工单号; for tickets of the national platform also 登记编号. */
  readonly id: string;
  /** 表单号. */
  readonly form: string;
  readonly facts: Facts;
  readonly life: Life;
}
