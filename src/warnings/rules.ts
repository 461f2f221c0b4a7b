import type { Settings } from "../config/settings.ts";
import { addDays } from "../day.ts";
import type { ForewarnError } from "../errors.ts";
import type { Evidence } from "./evidence.ts";
import { fault } from "./located.ts";
import type { WarningRecord } from "./record.ts";

/** What a bureau's settings say of its warnings. */
export interface WarningRules {
  /** The bureau's own numbers to call, which its texts may hold. */
  readonly phones: readonly string[];
  readonly naming: {
    /** Whether a warning may name a business at all. */
    readonly allowed: boolean;
    /** So many complaints must stand behind it. */
    readonly minimumTickets: number;
    /** So many days it has to answer before it may be named. */
    readonly replyDays: number;
  };
}

export function rulesOf(settings: Settings): WarningRules {
  const { nameBusinesses, minimumBusinessTickets, replyDays } = settings.warnings;
  return {
    phones: [settings.bureau.hotline],
    naming: { allowed: nameBusinesses, minimumTickets: minimumBusinessTickets, replyDays },
  };
}

/**
 * Whether a business may be named: where the settings allow it, it is no person, enough complaints stand behind it (10 in
 * the settings' default, as in the New South Wales register), and it had its say: it answered, or was asked long enough before.
 */
export function namingFaults(
  record: WarningRecord,
  evidence: Evidence | null,
  { naming }: WarningRules,
  file: string,
): ForewarnError[] {
  const { business, issued } = record;
  const faults: ForewarnError[] = [];
  const found = (column: string, key: Parameters<typeof fault>[0], params = {}) =>
    faults.push(fault(key, params, { file, column }));
  if (business === null) {
    if (evidence?.names.business) found("business", "warnings.naming.missing");
    return faults;
  }
  if (!naming.allowed) found("business", "warnings.naming.notAllowed");
  if (business.form === "sole_trader") found("business.form", "warnings.naming.person");
  if (evidence && evidence.names.business?.zh !== business.name)
    found("business.name", "warnings.naming.other", { name: evidence.names.business?.zh ?? "—" });
  if (evidence && evidence.complaints < naming.minimumTickets)
    found("business", "warnings.naming.few", { count: evidence.complaints, minimum: naming.minimumTickets });
  if (business.asked === null) found("business.asked", "warnings.naming.notAsked");
  else if (business.answered === null && issued !== null && addDays(business.asked, naming.replyDays) > issued)
    found("business.asked", "warnings.naming.tooEarly", {
      days: naming.replyDays,
      date: addDays(business.asked, naming.replyDays),
    });
  if (business.answered !== null && business.statement === null)
    found("business.statement", "warnings.naming.noStatement");
  return faults;
}
