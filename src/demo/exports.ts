import { ledgerRows } from "./activities.ts";
import { dayOf, LAST_DAY } from "./calendar.ts";
import type { Dirt } from "./dirt.ts";
import type { Draw } from "./draw.ts";
import { FOLLOW_UP, followUpRows, PENALTY, penaltyRows } from "./layouts/after.ts";
import { CLOSING, closingRows } from "./layouts/closing.ts";
import { LEDGER, LEDGER_ENGLISH } from "./layouts/ledger.ts";
import { LIST_12315, LIST_12345, list12315Rows, list12345Rows } from "./layouts/lists.ts";
import { QUERY, queryRows } from "./layouts/query.ts";
import { REGISTER, registerRows } from "./layouts/register.ts";
import type { Layout, Row } from "./says.ts";
import type { Column } from "./table.ts";
import type { Ticket } from "./ticket.ts";
import type { CellKind } from "./write-xlsx.ts";

/** One file below `exports/`. */
export interface ExportFile {
  readonly path: string;
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly title: string | null;
  readonly format: "csv" | "html-table" | "xlsx";
  readonly encoding: "gb18030" | "utf-8" | "utf-8-bom" | "binary";
  /** Of sheets: what the columns of the layout are stored as, by caption. */
  readonly kinds: Readonly<Record<string, CellKind>>;
  readonly dirt: Dirt;
  readonly rows: () => readonly Row[];
}

/** The day on which the years 2021 to 2025 were exported; the one of this year's export; and the last. */
export const EXPORTED = { years: dayOf("2026-01-20"), toDate: dayOf("2026-10-19"), last: LAST_DAY } as const;

type Options = Partial<Pick<ExportFile, "columns" | "title" | "kinds">>;
const FORMATS = {
  gb18030: { format: "csv", encoding: "gb18030" },
  bom: { format: "csv", encoding: "utf-8-bom" },
  utf8: { format: "csv", encoding: "utf-8" },
  html: { format: "html-table", encoding: "utf-8" },
  htmlGb: { format: "html-table", encoding: "gb18030" },
  xlsx: { format: "xlsx", encoding: "binary" },
} as const;

function file(
  path: string,
  layout: Layout,
  form: keyof typeof FORMATS,
  rows: () => readonly Row[],
  dirt: Dirt,
  options: Options = {},
): ExportFile {
  const columns = layout.header.map((caption) => ({ title: caption, from: caption }));
  return { path, layout, columns, title: null, kinds: {}, ...FORMATS[form], rows, dirt, ...options };
}

/** The layout's columns with some titles changed. */
const retitled = (layout: Layout, titles: Readonly<Record<string, string>>): Column[] =>
  layout.header.map((caption) => ({ title: titles[caption] ?? caption, from: caption }));

/** As one system prints them: 来电号码 twice, 商品品牌 without a title, and a column at the end that has neither. */
const CARELESS: readonly Column[] = [
  ...QUERY.header.flatMap((caption) => {
    if (caption === "商品品牌") return [{ title: "", from: caption }];
    const column = { title: caption, from: caption };
    return caption === "来电号码" ? [column, column] : [column];
  }),
  { title: "", from: null },
];

const TICKET_MONEY = { 序号: "number", 挽回经济损失: "number", 加倍赔偿金额: "number" } as const;

function queries(year: (number: number) => readonly Ticket[], tickets: readonly Ticket[]): ExportFile[] {
  const rows =
    (number: number, unit: "元" | "万元" = "元") =>
    () =>
      queryRows(year(number), EXPORTED.years, unit);
  const name = (number: number, end: string) => `综合查询/综合查询导出_${number}.${end}`;
  const autumn = dayOf("2026-09-01") * 86_400;
  return [
    file(name(2021, "csv"), QUERY, "gb18030", rows(2021), {
      badDates: 2,
      words: 3,
      negative: 1,
      repeats: 9,
      blanks: 2,
      brokenBytes: 1,
      lastTotal: "合计",
    }),
    file(
      name(2022, "csv"),
      QUERY,
      "bom",
      rows(2022),
      { badDates: 3, futureDates: 1, words: 2, extraCell: 2, repeats: 12, headers: 2, missing: 1 },
      { columns: CARELESS },
    ),
    file(
      name(2023, "xls"),
      QUERY,
      "html",
      rows(2023, "万元"),
      { badDates: 2, words: 4, repeats: 7, blanks: 3, totals: 1, lastTotal: "合计" },
      { columns: retitled(QUERY, { 挽回经济损失: "挽回经济损失(万元)", 加倍赔偿金额: "加倍赔偿金额(元)" }) },
    ),
    file(name(2024, "csv"), QUERY, "gb18030", rows(2024), {
      badDates: 1,
      futureDates: 2,
      extraCell: 3,
      shortRow: 2,
      repeats: 15,
      headers: 1,
      missing: 2,
    }),
    file(
      name(2025, "xlsx"),
      QUERY,
      "xlsx",
      rows(2025),
      { badDates: 2, words: 2, negative: 2, repeats: 8, blanks: 2, lastTotal: "合计" },
      { title: "综合查询导出", kinds: TICKET_MONEY },
    ),
    file(
      "综合查询/综合查询导出_2026-01-01至2026-10-19.csv",
      QUERY,
      "bom",
      () => queryRows(year(2026), EXPORTED.toDate, "元"),
      { badDates: 3, futureDates: 2, words: 3, repeats: 10, blanks: 4, brokenBytes: 2, totals: 1 },
    ),
    file(
      "综合查询/综合查询导出_2026-09-01至2026-10-31_重新导出.csv",
      QUERY,
      "utf8",
      () =>
        queryRows(
          tickets.filter(({ facts }) => facts.registered >= autumn),
          EXPORTED.last,
          "元",
        ),
      { badDates: 1, repeats: 3, lastTotal: "总计" },
    ),
  ];
}

function registers(accepted: (number: number) => readonly Ticket[]): ExportFile[] {
  const name = (number: number, end: string) => `办理登记簿/办理登记簿_${number}.${end}`;
  const dates = { 办理时间: "day", 办结时间: "day" } as const;
  const years = EXPORTED.years;
  return [
    file(name(2021, "csv"), REGISTER, "gb18030", () => registerRows(accepted(2021), years, "iso"), {
      badDates: 1,
      repeats: 4,
    }),
    file(name(2022, "csv"), REGISTER, "gb18030", () => registerRows(accepted(2022), years, "slash"), {
      futureDates: 1,
      extraCell: 1,
      blanks: 2,
    }),
    file(name(2023, "csv"), REGISTER, "bom", () => registerRows(accepted(2023), years, "words"), {
      missing: 2,
      repeats: 3,
      headers: 1,
    }),
    file(name(2024, "xls"), REGISTER, "html", () => registerRows(accepted(2024), years, "dot"), {
      badDates: 2,
      lastTotal: "合计",
    }),
    file(
      name(2025, "xlsx"),
      REGISTER,
      "xlsx",
      () => registerRows(accepted(2025), years, "iso"),
      { badDates: 1, repeats: 5, blanks: 1 },
      { title: "投诉举报办理登记簿", kinds: dates },
    ),
    file(name(2026, "csv"), REGISTER, "bom", () => registerRows(accepted(2026), EXPORTED.last, "short"), {
      badDates: 1,
      shortRow: 1,
      repeats: 6,
    }),
  ];
}

function lists(since2025: readonly Ticket[]): ExportFile[] {
  return [
    file("12315平台/12315列表导出_20261101.xls", LIST_12315, "htmlGb", () => list12315Rows(since2025, EXPORTED.last), {
      badDates: 1,
      repeats: 2,
      lastTotal: "合计",
    }),
    file(
      "12345热线/12345列表导出_20261101.xlsx",
      LIST_12345,
      "xlsx",
      () => list12345Rows(since2025, EXPORTED.last),
      { futureDates: 1, repeats: 4, missing: 1 },
      { kinds: { 交办时间: "moment" } },
    ),
  ];
}

function closings(concluded: (from: number, to: number) => readonly Ticket[]): ExportFile[] {
  const name = (years: string, end: string) => `办结反馈/办结反馈导出_${years}.${end}`;
  const numbers = { "争议金额(元)": "number", "挽回经济损失(元)": "number", "加倍赔偿金额(元)": "number" } as const;
  const last = EXPORTED.last;
  return [
    file(name("2021-2023", "csv"), CLOSING, "gb18030", () => closingRows(concluded(2021, 2023), last, "iso"), {
      words: 5,
      negative: 2,
      badDates: 2,
      repeats: 8,
      blanks: 3,
      lastTotal: "合计",
    }),
    file(name("2024", "csv"), CLOSING, "bom", () => closingRows(concluded(2024, 2024), last, "slash"), {
      words: 2,
      extraCell: 1,
      headers: 1,
    }),
    file(name("2025", "xls"), CLOSING, "html", () => closingRows(concluded(2025, 2025), last, "iso"), {
      negative: 1,
      repeats: 4,
      totals: 1,
    }),
    file(
      name("2026", "xlsx"),
      CLOSING,
      "xlsx",
      () => closingRows(concluded(2026, 2026), last, "iso"),
      { words: 1, badDates: 1, repeats: 2, lastTotal: "合计" },
      { title: "办结反馈导出", kinds: { ...numbers, 办结日期: "day" } },
    ),
  ];
}

function others(tickets: readonly Ticket[], draw: Draw): ExportFile[] {
  const ledger = ledgerRows(draw);
  const within = (from: string, to: string) =>
    ledger.filter(({ cells }) => (cells[0] as string) >= from && (cells[0] as string) <= to);
  const english = LEDGER.header.map((caption, i) => ({ title: LEDGER_ENGLISH[i] as string, from: caption }));
  return [
    file("回访/回访记录导出.csv", FOLLOW_UP, "gb18030", () => followUpRows(tickets, EXPORTED.last), {
      badDates: 2,
      repeats: 11,
      missing: 1,
    }),
    file(
      "处罚/处罚信息导出.xlsx",
      PENALTY,
      "xlsx",
      () => penaltyRows(tickets, EXPORTED.last),
      { words: 1, repeats: 2, lastTotal: "合计" },
      { title: "行政处罚信息", kinds: { 立案日期: "day", 处罚决定日期: "day", "罚款(元)": "number" } },
    ),
    file("工作台账/工作台账_2021-2023.csv", LEDGER, "gb18030", () => within("2021-01-01", "2023-12-31"), {
      words: 1,
      badDates: 1,
      repeats: 3,
      lastTotal: "合计",
    }),
    file(
      "工作台账/工作台账_2024.csv",
      LEDGER,
      "bom",
      () => within("2024-01-01", "2024-12-31"),
      { blanks: 1 },
      {
        columns: english,
      },
    ),
    file(
      "工作台账/工作台账_2025-2026.xlsx",
      LEDGER,
      "xlsx",
      () => within("2025-01-01", "2026-12-31"),
      { words: 1, missing: 1 },
      { title: "工作台账", kinds: { 日期: "day", 数量: "number", "价值(元)": "number" } },
    ),
  ];
}

/** A copy under another name, as folders of exports hold. */
export const COPY = { of: "综合查询/综合查询导出_2024.csv", path: "综合查询/综合查询导出_2024 - 副本.csv" } as const;

/** All files of the county, in the order in which they are written. `draw` draws the ledger. */
export function exportFiles(tickets: readonly Ticket[], draw: Draw): ExportFile[] {
  const starts = [2021, 2022, 2023, 2024, 2025, 2026, 2027].map((year) => dayOf(`${year}-01-01`));
  const start = (year: number) => starts[year - 2021] as number;
  const byDay = (day: (ticket: Ticket) => number, from: number, to: number) =>
    tickets.filter((ticket) => day(ticket) >= start(from) && day(ticket) < start(to + 1));
  const registered = ({ facts }: Ticket) => Math.floor(facts.registered / 86_400);
  return [
    ...queries((year) => byDay(registered, year, year), tickets),
    ...registers((year) => byDay(({ life }) => life.decided, year, year)),
    ...lists(byDay(registered, 2025, 2026)),
    ...closings((from, to) => byDay(({ life }) => life.concluded, from, to)),
    ...others(tickets, draw),
  ];
}
