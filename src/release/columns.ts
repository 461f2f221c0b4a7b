import { catalogue, type MessageKey } from "../i18n/catalogue/index.ts";
import { MARTS, type MartName, type MartType } from "./marts.ts";

/** A column of a table of a release, as the data dictionary tells it. */
export interface MartColumn {
  readonly name: string;
  readonly type: MartType;
  /** What it holds. */
  readonly text: MessageKey;
}

/**
 * The columns of a mart, in their order, each with the key of its text.
 * @throws TypeError where a column has none
 */
export function columnsOf(mart: MartName): MartColumn[] {
  return Object.entries(MARTS[mart].columns).map(([name, type]) => {
    const text = [`columns.${mart}.${name}`, `columns.${name}`].find((key) => key in catalogue);
    if (text === undefined) throw new TypeError(`the column ${name} of ${mart} has no text`);
    return { name, type, text: text as MessageKey };
  });
}
