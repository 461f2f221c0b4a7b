import { literal } from "../duck/identifier.ts";

/** Every way to write a digit or a power of ten, common 一 and financial 壹, simplified and traditional, and what it means. */
const SIGNS: Readonly<Record<string, string>> = {
  "0": "零〇",
  "1": "一壹",
  "2": "二贰貳两兩",
  "3": "三叁參",
  "4": "四肆",
  "5": "五伍",
  "6": "六陆陸",
  "7": "七柒",
  "8": "八捌",
  "9": "九玖",
  十: "拾",
  百: "佰",
  千: "仟",
  万: "萬",
  亿: "億",
  元: "圆圓",
};

/** The form of a cell that may be an amount in Chinese numerals: a digit as Hanzi, or powers between digits (3千5百). */
export const HANZI_NUMERALS = `[${Object.entries(SIGNS)
  .filter(([sign]) => /\d/u.test(sign))
  .map(([, written]) => written)
  .join("")}十拾]|[0-9][千仟百佰][0-9]`;

const from = Object.values(SIGNS).join("");
const to = Object.entries(SIGNS)
  .map(([sign, written]) => sign.repeat([...written].length))
  .join("");

/** Up to 9,999: 3千0百5, 1千2百3十4, 十5; 0 stands for powers that are left out. */
const SECTION = "([1-9]千)?0?([1-9]百)?0?([1-9]?十)?0?[1-9]?";
const AMOUNT = `^(${SECTION}亿)?0?(${SECTION}万)?0?(${SECTION})(元([1-9]角)?0?([1-9]分)?)?[整正]?$`;
/** Digit by digit, as years are: 二〇〇〇元. */
const DIGITS = "^[0-9]+元?[整正]?$";

/**
 * Macros that read Chinese numerals: `fw_hanzi_amount(s, factor)` gives 叁万贰仟元 as 32,000; `factor` counts where the cell
 * names no unit of its own. NULL where the signs are in no order that means a number (三千五 may be 3,005 or 3,500).
 */
export const HANZI_MACROS: readonly string[] = [
  `fw_hanzi_part(s, form) AS coalesce(try_cast(nullif(regexp_extract(s, form, 1), '') AS DECIMAL(26,6)), 0)`,
  `fw_hanzi_section(s) AS fw_hanzi_part(s, '([1-9])千') * 1000 + fw_hanzi_part(s, '([1-9])百') * 100
     + CASE WHEN contains(s, '十') THEN greatest(fw_hanzi_part(s, '([1-9])十'), 1) * 10 ELSE 0 END + fw_hanzi_part(s, '([1-9])$')`,
  `fw_hanzi_amount(s, factor) AS list_transform(
     [translate(regexp_replace(fw_word(s), '^(人民币|rmb)', ''), ${literal(from)}, ${literal(to)})],
     lambda h: CASE
       WHEN regexp_matches(h, ${literal(DIGITS)}) THEN
         try_cast(regexp_extract(h, '^[0-9]+', 0) AS DECIMAL(26,6)) * CAST(CASE WHEN contains(h, '元') THEN 1 ELSE factor END AS DECIMAL(9,0))
       WHEN regexp_matches(h, ${literal(AMOUNT)}) AND regexp_matches(h, '[1-9十]') AND NOT regexp_matches(h, '[千百万亿][1-9](元|[整正]|$)') THEN
         (fw_hanzi_section(regexp_extract(h, '^([^亿]*)亿', 1)) * 100000000
           + fw_hanzi_section(regexp_extract(regexp_replace(h, '^[^亿]*亿', ''), '^([^万]*)万', 1)) * 10000
           + fw_hanzi_section(regexp_extract(regexp_replace(h, '^.*[亿万]', ''), '^[0-9千百十]*', 0))
           + fw_hanzi_part(h, '([1-9])角') * 0.1 + fw_hanzi_part(h, '([1-9])分') * 0.01
         ) * CAST(CASE WHEN regexp_matches(h, '[元角分万亿]') THEN 1 ELSE factor END AS DECIMAL(9,0))
     END)[1]`,
];
