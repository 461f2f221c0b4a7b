import type { Warning } from "../../../warnings/read.ts";
import { originOf } from "../../address.ts";
import type { SiteContext } from "../../page.ts";

/** What a reader needs to pass a warning on: its address, a letter, and the files for other programs. */
export function shareOf({ id }: Warning, title: string, { locale, settings, address }: SiteContext) {
  const url = `${originOf(settings)}/${address(locale, `warnings/${id}`)}.html`;
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;
  return { address: url, mail, cap: `cap/${id}.xml`, json: `api/v1/warnings/${id}.json` };
}
