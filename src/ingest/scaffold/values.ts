/** Words that cells hold instead of a value, as they are compared: half-width, lower case, no white space. */
export const NO_VALUE: readonly string[] = [
  "null",
  "(null)",
  "none",
  "n/a",
  "#n/a",
  "na",
  "nan",
  "nil",
  "\\n",
  "-",
  "--",
  "---",
  "—",
  "——",
  "–",
  "/",
  "\\",
  ".",
  "?",
  "无",
  "暂无",
  "空",
  "未填",
  "未填写",
  "未知",
  "不详",
  "unknown",
  "notavailable",
  "notprovided",
  "notapplicable",
  "(blank)",
  "naoinformado",
  "nãoinformado",
  "sindato",
  "s/d",
  "n/d",
];

/** First words of a row of totals, as they are compared. */
export const TOTALS: readonly string[] = [
  "合计",
  "总计",
  "汇总",
  "小计",
  "总数",
  "共计",
  "累计",
  "total",
  "totals",
  "grandtotal",
  "subtotal",
  "totalgeral",
  "totalgeneral",
  "suma",
  "soma",
];

/** Common Chinese surnames: two to four characters that begin with one are a name, unless a list of codes knows them. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

const GIVEN_NAMES =
  "james|john|robert|michael|william|david|richard|joseph|thomas|charles|daniel|matthew|anthony|mark|paul|steven|andrew|mary|patricia|jennifer|linda|elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|margaret|sandra|ashley|emily|maria|jose|joao|antonio|francisco|carlos|luis|pedro|paulo|marcos|ana|juan|miguel|manuel|jorge|carmen|rosa|lucia|fernanda|juliana|adriana|marcia";

/**
 * SQL conditions on a cell's text `value` that tell what personal matter it is; expressions are RE2's. They are there to keep
 * such cells out of what is printed, so in doubt they hold.
 */
export const PERSONAL: Readonly<Record<"phone" | "email" | "identity" | "name" | "address", string>> = {
  phone: `regexp_full_match(value, '(\\+?(00)?86[- ]?)?1[3-9][0-9-]{9,11}|0[0-9]{2,3}[- ]?[0-9]{7,8}(-[0-9]+)?|\\(?[0-9]{2,3}\\)?[ .-]+[0-9]{3,5}[ .-]+[0-9]{4}|\\+[0-9 ().-]{8,20}')`,
  email: "regexp_matches(value, '[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}')",
  identity:
    "regexp_full_match(value, '[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{3}[0-9Xx]|[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}|[0-9]{3}-[0-9]{2}-[0-9]{4}')",
  name: `regexp_full_match(value, '[${SURNAMES}]([\\p{Han}*某]{1,3}|(先生|女士|小姐))|[A-Z][A-Za-z''-]+, [A-Z][A-Za-z''. -]+|(?i)(mr|mrs|ms|sr|sra)\\.? .*|(?i)(${GIVEN_NAMES})( [a-z''.-]+){1,3}')`,
  address: `regexp_matches(value, '(省|市|区|县|镇|乡|街道|路|街|巷|村|大道).{0,20}([0-9]+|[一二三四五六七八九十]+)(号|室|栋|幢|楼|组)') OR regexp_matches(value, '(?i)^[0-9]+[a-z]? .*\\b(st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|hwy|pkwy|ct|pl|way|sq)\\b')`,
};
export type PersonalKind = keyof typeof PERSONAL;
