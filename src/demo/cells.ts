import { DAY, isoDay, isoMoment } from "./calendar.ts";

/** Digits, point and comma as full-width signs, as some keyboards type them. */
function fullWidth(text: string): string {
  return text.replaceAll(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const trimmed = (text: string) => text.replace(/\.?0+$/u, "");

/** Fen as yuan with two places. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

/** Fen in ten thousands of yuan with as many places as it takes, six at most. */
function tenThousands(fen: number): string {
  return trimmed(`${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, "0")}`);
}

const grouped = (text: string) => text.replace(/^\d+/u, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ","));

export type MoneyUnit = "元" | "万元";

/**
 * An amount as clerks write it, in a column whose unit is `unit`. Most are plain numbers; others carry ￥, thousands
 * separators, full-width digits, or a unit of their own, which then counts. `style` chooses.
 */
export function moneyCell(fen: number, style: number, unit: MoneyUnit): string {
  const plain = unit === "万元" ? tenThousands(fen) : fen % 100 === 0 ? String(fen / 100) : yuan(fen);
  const way = style % 100;
  if (way < 62) return plain;
  if (way < 72) return unit === "万元" ? plain : yuan(fen);
  if (way < 80) return unit === "万元" ? plain : grouped(yuan(fen));
  if (way < 84) return unit === "万元" ? plain : `￥${yuan(fen)}`;
  if (way < 90) return `${fen % 100 === 0 ? fen / 100 : yuan(fen)}元`;
  if (way < 94) return `${tenThousands(fen)}万元`;
  return fullWidth(plain);
}

/** A money cell of a form that is pre-filled with 0: where nothing was put in, the 0 stays or was wiped out. */
export function prefilled(fen: number | null, style: number, unit: MoneyUnit): string {
  if (fen === null) return style % 10 < 7 ? "0" : "";
  return moneyCell(fen, style, unit);
}

/** As the systems write a moment: with a blank at its end. */
export const momentCell = (moment: number) => `${isoMoment(moment)} `;

export type DayForm = "iso" | "slash" | "short" | "dot" | "words";

/** A day as this or that office writes it. */
export function dayCell(day: number, form: DayForm): string {
  const [year = "", month = "", date = ""] = isoDay(day).split("-");
  switch (form) {
    case "iso":
      return `${year}-${month}-${date}`;
    case "slash":
      return `${year}/${month}/${date}`;
    case "short":
      return `${year}/${Number(month)}/${Number(date)}`;
    case "dot":
      return `${year}.${month}.${date}`;
    case "words":
      return `${year}年${month}月${date}日`;
  }
}

/** The end of a limit of so many days, printed as a moment. */
export const dueCell = (day: number) => isoMoment(day * DAY + DAY - 1);
