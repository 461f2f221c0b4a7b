import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { tableSchema } from "../../../release/table-schema.ts";
import { bundleOne } from "../../bundle.ts";
import { machineFiles } from "../../machine/index.ts";
import { jsonText } from "../../machine/json.ts";
import { sitemap } from "../../machine/sitemap.ts";
import type { SiteSource, WrittenPage } from "../../page.ts";
import { downloadFiles } from "./downloads-files.ts";
import { machineContext } from "./machine.ts";
import { SEARCH_SCRIPT } from "./search.ts";

const CLIENT = fileURLToPath(new URL("../../client/public/search.ts", import.meta.url));

/** JSON Schema of the tables as JSON. */
const TABLE_SCHEMA = "downloads/table.schema.json";

/** The files of the public site that are no pages: what programs read, tables to take away, the program of the search. */
export async function publicFiles(
  source: SiteSource,
  pages: readonly WrittenPage[],
): Promise<Map<string, string | Uint8Array>> {
  const { release } = source;
  const downloads = await downloadFiles(release);
  const files = new Map<string, string | Uint8Array>();
  for (const { path: name, content } of downloads) files.set(name, content);
  const list = downloads.map(({ download, format, path: name, type, rows, bytes, sha256 }) => ({
    table: download,
    format,
    path: path.posix.basename(name),
    type,
    rows,
    bytes,
    sha256,
  }));
  const { release: id, asOf, period } = release.manifest;
  const meta = { release: id, as_of: asOf, period };
  files.set("downloads/index.json", jsonText({ meta, files: list }));
  files.set("downloads/SHA256SUMS", list.map(({ path: name, sha256 }) => `${sha256}  ${name}\n`).join(""));
  files.set(TABLE_SCHEMA, jsonText(z.toJSONSchema(tableSchema)));
  const machine = await machineContext(source);
  for (const [name, text] of machineFiles(machine)) files.set(name, text);
  const listed = pages
    .filter(({ path: page }) => page !== "404" && page !== "search")
    .map(({ locale, path: page, modified }) => ({ locale, page, lastmod: modified }));
  for (const [name, text] of sitemap(listed, machine)) files.set(name, text);
  files.set(SEARCH_SCRIPT, await bundleOne(CLIENT));
  return files;
}
