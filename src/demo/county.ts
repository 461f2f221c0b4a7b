/** Plainly invented: no county of this name exists, and no code of the administrative list begins with 99. */
export const COUNTY = { zh: "云雀县(虚构)", en: "Skylark County (invented)", code: "990101" } as const;
export const BUREAU = {
  zh: "云雀县市场监督管理局（虚构）",
  en: "Skylark County Market Supervision Bureau (invented)",
  hotline: "12315",
} as const;

export interface Township {
  /** Nine digits as in GB/T 10114: county, then 0xx for subdistricts, 1xx for towns, 2xx for townships. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What people and forms call it for short. */
  readonly short: string;
  readonly population: number;
  /** 1 in town, down to 0 in the country: where gyms stand, and where seeds are bought. */
  readonly urban: number;
  readonly unit: string;
}

function township(
  end: string,
  short: string,
  kind: "街道" | "镇" | "乡",
  en: string,
  population: number,
  urban: number,
  unit: string,
): Township {
  const word = { 街道: "Subdistrict", 镇: "Town", 乡: "Township" }[kind];
  return {
    code: `${COUNTY.code}${end}`,
    zh: `${short}${kind}`,
    en: `${en} ${word}`,
    short,
    population,
    urban,
    unit,
  };
}

/** In the order of the grid of their boundaries: four columns, three rows, from the south-west. */
export const TOWNSHIPS: readonly Township[] = [
  township("101", "南浦", "镇", "Nanpu", 41_300, 0.35, "南浦所"),
  township("102", "白沙", "镇", "Baisha", 30_700, 0.25, "白沙所"),
  township("103", "柳溪", "镇", "Liuxi", 37_900, 0.3, "柳溪所"),
  township("201", "石桥", "乡", "Shiqiao", 14_600, 0.05, "柳溪所"),
  township("104", "西岭", "镇", "Xiling", 33_200, 0.25, "西岭所"),
  township("001", "城关", "街道", "Chengguan", 118_400, 1, "城关所"),
  township("002", "新城", "街道", "Xincheng", 96_800, 1, "新城所"),
  township("105", "东河", "镇", "Donghe", 52_100, 0.5, "东河所"),
  township("202", "枫林", "乡", "Fenglin", 17_900, 0.1, "北原所"),
  township("106", "北原", "镇", "Beiyuan", 28_500, 0.2, "北原所"),
  township("107", "青石", "镇", "Qingshi", 35_600, 0.3, "青石所"),
  township("203", "云台", "乡", "Yuntai", 12_300, 0.05, "云台所"),
];

export const RIGHTS_UNIT = "消费者权益保护科";
export const RAID_UNIT = "执法大队";

/** Ten stations, the section for consumers' rights and the raid team. */
export const UNITS: readonly string[] = [
  "城关所",
  "新城所",
  "东河所",
  "西岭所",
  "南浦所",
  "北原所",
  "青石所",
  "柳溪所",
  "白沙所",
  "云台所",
  RIGHTS_UNIT,
  RAID_UNIT,
];
