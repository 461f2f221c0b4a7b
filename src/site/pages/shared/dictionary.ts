import { translate } from "../../../i18n/translate.ts";
import { columnsOf, type MartColumn } from "../../../release/columns.ts";
import { DOWNLOADS, type Download, downloadColumns, jsonTypeOf } from "../../../release/downloads.ts";
import { type MartName, martsOf } from "../../../release/marts.ts";
import type { PageSource, SiteContext } from "../../page.ts";

function tableOf(
  id: string,
  { mart, columns, typeOf }: { mart: MartName; columns: readonly MartColumn[]; typeOf: (column: MartColumn) => string },
  { locale, release }: SiteContext,
) {
  return {
    id,
    row: translate(locale, "dictionary.row", { row: translate(locale, `marts.${mart}`) }),
    rows: translate(locale, "dictionary.rows", { rows: release.manifest.marts[mart]?.rows ?? 0 }),
    columns: columns.map((column) => ({
      name: column.name,
      type: typeOf(column),
      text: translate(locale, column.text),
    })),
  };
}

/** What each table and column holds: of the bureau's half all tables, of the public one the files that its site offers. */
export const dictionaryPage: PageSource = async (context) => {
  const { locale, release } = context;
  const bureau = release.manifest.half === "bureau";
  const tables = bureau
    ? martsOf("bureau").map((mart) =>
        tableOf(mart, { mart, columns: columnsOf(mart), typeOf: ({ type }) => type }, context),
      )
    : (Object.keys(DOWNLOADS) as Download[]).map((name) =>
        tableOf(
          name,
          {
            mart: DOWNLOADS[name].mart,
            columns: downloadColumns(name),
            typeOf: ({ type }) => translate(locale, `dictionary.json.${jsonTypeOf(type)}`),
          },
          context,
        ),
      );
  return [
    {
      path: "dictionary",
      template: "../shared/dictionary.md",
      title: translate(locale, "dictionary.title"),
      description: translate(locale, "dictionary.description"),
      values: {
        intro: translate(locale, bureau ? "dictionary.intro" : "dictionary.introPublic", { tables: tables.length }),
        downloads: !bureau,
        tables,
      },
    },
  ];
};
