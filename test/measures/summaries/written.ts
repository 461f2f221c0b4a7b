const full = (text: string) =>
  text.replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) as number) + 0xfee0));

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");

/** Ways in which people write whole yuan into a cell of money. */
const WAYS: readonly ((yuan: number) => string)[] = [
  (yuan) => `${yuan}.00`,
  (yuan) => grouped(String(yuan)),
  (yuan) => `￥${grouped(String(yuan))}.00`,
  (yuan) => full(`${yuan}.00`),
  (yuan) => `${yuan}元`,
  (yuan) => String(yuan),
  (yuan) => `${yuan / 10_000}万元`,
  (yuan) => full(grouped(String(yuan))),
  (yuan) => `人民币${yuan}元整`,
  (yuan) => ` ${yuan} `,
];

/** Whole yuan as the n-th row writes them. */
export const written = (yuan: number, n: number): string => (WAYS[n % WAYS.length] as (yuan: number) => string)(yuan);

/** Ways to write a day, which the profile knows. */
export const DAYS = {
  iso: (day: string) => day,
  slash: (day: string) => day.replaceAll("-", "/"),
  dot: (day: string) => day.replaceAll("-0", "-").replaceAll("-", "."),
  words: (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日"),
};
