import type { RecordName } from "../../warehouse/records.ts";
import type { Assignment, ColumnView } from "./assign.ts";
import type { CodedColumn } from "./coded.ts";
import type { DateFindings } from "./dates.ts";
import type { HeaderFinding } from "./header.ts";
import type { IdentityGuess } from "./identity.ts";
import type { ListName } from "./knowledge.ts";
import type { Survey } from "./survey.ts";

/** All that was found out about a table. */
export interface Findings {
  readonly id: string;
  readonly title: string;
  readonly record: RecordName;
  readonly header: HeaderFinding;
  readonly survey: Survey;
  readonly views: readonly ColumnView[];
  readonly dates: DateFindings;
  readonly assigned: readonly Assignment[];
  readonly codes: ReadonlyMap<ListName, { readonly view: ColumnView; readonly coded: CodedColumn }>;
  readonly identity: IdentityGuess;
  /** Fields whose numbers have lost their leading zeros, and how many digits they should have. */
  readonly padded: ReadonlyMap<string, number>;
  readonly looks: readonly { readonly view: ColumnView; readonly pattern: string }[];
}
