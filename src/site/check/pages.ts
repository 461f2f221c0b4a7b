import type { Finding } from "./check.ts";
import type { ReadSite } from "./read.ts";

/** Finds pages that say no language, carry no Content-Security-Policy, or use an id twice. */
export function checkPages(site: ReadSite): Finding[] {
  const findings: Finding[] = [];
  for (const [file, { language, policy, ids }] of site.pages) {
    const found = (key: Finding["key"], params: Finding["params"] = {}) => findings.push({ file, key, params });
    if (!language) found("site.check.language");
    if (!policy) found("site.check.policy");
    for (const id of new Set(ids.filter((candidate, i) => ids.indexOf(candidate) !== i)))
      found("site.check.id", { id });
  }
  return findings;
}
