import { translate } from "../../../i18n/translate.ts";
import { DOWNLOADS } from "../../../release/downloads.ts";
import { formatter } from "../../format.ts";
import { datasetLd } from "../../machine/json-ld.ts";
import type { PageSource } from "../../page.ts";
import { downloadFiles } from "./downloads-files.ts";
import { ldLine, machineContext } from "./machine.ts";

const KILO = 1024;

/** All that can be taken away: tables with row count and sha256, the warnings as data, feeds, and what they mean. */
export const downloadsPage: PageSource = async (context) => {
  const { locale, release } = context;
  const format = formatter(locale);
  const files = await downloadFiles(release);
  const data = files.map(({ path, type, bytes, sha256 }) => {
    return { name: path.split("/").at(-1) ?? path, path, encodingFormat: type, bytes, sha256 };
  });
  return [
    {
      path: "downloads",
      template: "downloads.md",
      title: translate(locale, "public.downloads"),
      description: translate(locale, "public.downloadsDescription"),
      head: [ldLine(datasetLd(data, locale, await machineContext(context)))],
      values: {
        tables: Object.entries(DOWNLOADS).map(([name, { mart }]) => ({
          name,
          row: translate(locale, `marts.${mart}`),
          files: files
            .filter((file) => file.download === name)
            .map((file) => ({
              path: file.path,
              format: file.format.toUpperCase(),
              rows: format.number(file.rows),
              size: translate(locale, "public.kilobytes", { size: format.number(Math.ceil(file.bytes / KILO)) }),
              sha256: file.sha256,
            })),
          json: `${name}.json`,
        })),
      },
    },
  ];
};
