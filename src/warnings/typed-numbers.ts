/** Service numbers of China that a warning may tell people to call: police, telecom, 12315, banking, fraud, … */
const PHONES = ["110", "12300", "12301", "12305", "12315", "12318", "12328", "12345", "12365", "12378", "96110"];
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

/** What may hold a digit without being a figure. */
const ALLOWED: readonly RegExp[] = [
  // Dates.
  /(?<!\d)\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/gu,
  /(?<!\d)\d{1,2}月(?:\d{1,2}日)?/gu,
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
  new RegExp(`(?<!\\d)\\d{1,2} ${MONTH}\\b(?: \\d{4}(?!\\d))?`, "gu"),
  new RegExp(`\\b${MONTH} (?:\\d{1,2}, )?\\d{4}(?!\\d)`, "gu"),
  /(?<!\d)3[·.]15(?!\d)/gu,
  // Articles of law, and the numbers of official documents.
  /第\d+条(?:之\d+)?(?:第\d+款)?(?:第\d+项)?/gu,
  /〔\d{4}〕(?:第)?\d+号/gu,
  /令第\d+号/gu,
  /\b[Aa]rticles? \d+(?:\(\d+\))*(?:(?:,| and| to) \d+(?:\(\d+\))*)*/gu,
  /\b(?:Order|Decree) No\. ?\d+/gu,
  // Telephone numbers with an area code.
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/gu,
];

/** Chinese numerals that count something: 四十二件, 三百多起, 百分之二十. 一是, 一定, 第二十二条 count nothing. */
const CHINESE =
  /百分之[〇零一二三四五六七八九十百千万亿点]+|[〇零一二两三四五六七八九十百千万亿]{2,}(?:多|余|几)?(?:件|起|例|宗|元|人|户|家|倍|成)/gu;

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const patterns = new Map<string, readonly RegExp[]>();

/** The patterns of the numbers that everyone knows and of the bureau's own: one for all, made once. */
function patternsOf(phones: readonly string[]): readonly RegExp[] {
  const key = phones.join("\n");
  const found = patterns.get(key) ?? [
    new RegExp(`(?<!\\d)(?:${[...PHONES, ...phones].map(quote).join("|")})(?!\\d)`, "gu"),
  ];
  patterns.set(key, found);
  return found;
}

/**
 * The numbers of a public text that are no date, article of law or telephone number: they were typed, and would stay when
 * the figures change. Digits of any script, and Chinese numerals before a counted thing.
 * @param phones the bureau's own numbers to call
 */
export function typedNumbers(text: string, phones: readonly string[] = []): string[] {
  const known = patternsOf(phones);
  const rest = [...ALLOWED, ...known].reduce((left, pattern) => left.replace(pattern, "\u0000"), text);
  const digits = rest.match(/\p{Nd}[\p{Nd}.,:%％‰-]*/gu) ?? [];
  return [...digits.map((found) => found.replace(/[.,:-]+$/, "")), ...(rest.match(CHINESE) ?? [])];
}
