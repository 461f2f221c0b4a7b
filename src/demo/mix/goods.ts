import { type Trade, trade } from "./shape.ts";

const food = { reports: 0.4, inquiries: 0.06 };

/** Goods: what is complained of, how often, when, about what, and for how much money. */
export const GOODS: readonly Trade[] = [
  trade("G0101", 8.4, "flat", "food", 62, "优品超市", ["面包", "大米", "食用油", "饼干", "调味料"], {
    ...food,
    words: ["一般食品", "预包装食品", "糕点"],
  }),
  trade("G0102", 1.7, "warm", "food", 78, "鲜奶店", ["纯牛奶", "酸奶"], { ...food, words: ["液态奶", "酸奶"] }),
  trade("G0103", 1.9, "gifts", "fresh", 86, "鲜肉铺", ["猪肉", "冻虾", "鸡蛋"], {
    ...food,
    words: ["肉制品", "水产品"],
  }),
  trade("G0104", 1.5, "warm", "fresh", 45, "果蔬店", ["西瓜", "苹果", "蔬菜"], { ...food, words: ["水果", "果蔬"] }),
  trade("G0105", 1.6, "gifts", "claims", 1_280, "康养商行", ["保健酒", "蛋白粉", "口服液"], {
    reports: 0.4,
    words: ["保健品", "营养保健品"],
  }),
  trade("G0106", 0.7, "flat", "food", 320, "母婴店", ["奶粉", "米粉"], { ...food, words: ["婴幼儿奶粉"] }),
  trade("G0201", 2.3, "gifts", "liquor", 680, "名酒行", ["白酒", "红酒"], { reports: 0.44, words: ["白酒", "酒"] }),
  trade("G0202", 1.9, "summer", "food", 36, "冷饮店", ["冰淇淋", "奶茶", "桶装水"], {
    ...food,
    words: ["冷饮", "饮用水"],
  }),
  trade("G0203", 0.7, "gifts", "liquor", 240, "烟草店", ["卷烟", "电子烟"], { reports: 0.5, words: ["卷烟"] }),
  trade("G0301", 4.4, "sales", "wear", 260, "服装店", ["羽绒服", "连衣裙", "校服"], {
    online: 0.45,
    words: ["衣服", "童装"],
  }),
  trade("G0302", 2.7, "sales", "wear", 310, "鞋城", ["运动鞋", "皮鞋"], { online: 0.4, words: ["鞋", "运动鞋"] }),
  trade("G0303", 0.8, "sales", "wear", 420, "箱包店", ["行李箱", "手提包"], { online: 0.45, words: ["箱包"] }),
  trade("G0401", 1.8, "summer", "appliance", 3_200, "家电城", ["空调"], { online: 0.3, words: ["空调器"] }),
  trade("G0402", 1.2, "winter", "heater", 260, "家电城", ["电暖器", "电热毯", "取暖桌"], {
    online: 0.4,
    words: ["取暖器", "电暖器"],
  }),
  trade("G0403", 1.9, "sales", "appliance", 1_900, "厨卫店", ["热水器", "油烟机", "净水器"], {
    online: 0.25,
    words: ["热水器"],
  }),
  trade("G0404", 1.9, "sales", "appliance", 3_100, "家电城", ["电视机", "电冰箱", "洗衣机"], {
    online: 0.3,
    words: ["电视机", "洗衣机"],
  }),
  trade("G0405", 3.3, "sales", "appliance", 2_300, "手机店", ["手机", "充电器"], {
    online: 0.4,
    words: ["手机", "移动电话"],
  }),
  trade("G0406", 1.3, "sales", "appliance", 3_900, "数码店", ["笔记本电脑", "相机"], {
    town: 0.5,
    online: 0.5,
    words: ["电脑"],
  }),
  trade("G0407", 1.2, "sales", "appliance", 420, "小家电店", ["电吹风", "扫地机器人"], {
    online: 0.5,
    words: ["小家电"],
  }),
  trade("G0501", 2.1, "sales", "claims", 520, "美妆店", ["面霜", "面膜"], {
    town: 0.4,
    online: 0.4,
    words: ["护肤品"],
  }),
  trade("G0502", 1.4, "school", "appliance", 150, "童趣店", ["玩具车", "书包", "滑板车"], {
    online: 0.4,
    words: ["玩具", "儿童玩具"],
  }),
  trade("G0503", 2.6, "homes", "house", 4_600, "家具城", ["沙发", "床垫", "衣柜"], { words: ["定制家具", "沙发"] }),
  trade("G0504", 0.9, "sales", "wear", 230, "家纺店", ["四件套", "枕头"], { online: 0.4, words: ["家纺"] }),
  trade("G0505", 0.6, "homes", "appliance", 120, "五金店", ["水龙头", "电钻"], { words: ["五金"] }),
  trade("G0506", 0.4, "flat", "service", 900, "旧货行", ["二手手机"], { online: 0.5, words: ["旧货"] }),
  trade("G0601", 2.9, "flat", "vehicle", 12_500, "汽车城", ["轿车", "新能源车"], {
    town: 0.6,
    words: ["家用汽车", "小汽车"],
  }),
  trade("G0602", 0.9, "flat", "vehicle", 18_000, "二手车行", ["二手轿车"], { town: 0.5, words: ["旧机动车"] }),
  trade("G0603", 2.4, "warm", "vehicle", 2_400, "电动车行", ["电动车", "老年代步车"], { words: ["电动车", "电瓶车"] }),
  trade("G0604", 0.4, "warm", "vehicle", 3_100, "摩托车行", ["摩托车"], { town: -0.3, words: ["摩托车"] }),
  trade("G0605", 0.9, "flat", "vehicle", 780, "汽配店", ["轮胎", "蓄电池"], { words: ["轮胎", "汽车配件"] }),
  trade("G0606", 1, "flat", "pump", 260, "加油站", ["汽油", "柴油"], { reports: 0.34, words: ["汽油", "加油站"] }),
  trade("G0701", 1.3, "gifts", "claims", 3_400, "金店", ["金手镯", "项链"], {
    town: 0.7,
    words: ["黄金饰品", "金银首饰"],
  }),
  trade("G0702", 0.7, "school", "wear", 180, "文体店", ["篮球", "文具"], { words: ["文具", "体育用品"] }),
  trade("G0703", 0.4, "school", "wear", 75, "书店", ["教辅书"], { online: 0.3, words: ["图书"] }),
  trade("G0704", 0.4, "flat", "claims", 900, "工艺品店", ["摆件", "纪念币"], { online: 0.4, words: ["收藏品"] }),
  trade("G0801", 1.7, "homes", "house", 5_200, "建材城", ["瓷砖", "地板"], { words: ["瓷砖", "地板"] }),
  trade("G0802", 1.1, "homes", "house", 6_800, "门窗店", ["防盗门", "断桥窗"], { words: ["防盗门"] }),
  trade("G0803", 0.5, "homes", "house", 1_700, "卫浴店", ["马桶", "花洒"], { words: ["卫浴"] }),
  trade("G0804", 1, "homes", "house", 28_000, "房地产公司", ["商品房", "车位"], { town: 0.8, words: ["住宅"] }),
  trade("G0901", 1.6, "winter", "claims", 96, "大药房", ["感冒药", "膏药"], { reports: 0.36, words: ["中药"] }),
  trade("G0902", 0.7, "flat", "claims", 640, "医疗器械店", ["血压计", "助听器"], {
    reports: 0.3,
    words: ["血压计", "助听器"],
  }),
  trade("G0903", 0.7, "school", "wear", 620, "眼镜店", ["近视镜"], { town: 0.5, words: ["配镜"] }),
  trade("G1001", 0.5, "spring", "farm", 380, "种子站", ["玉米种", "稻种"], { town: -1, reports: 0.3, words: ["种子"] }),
  trade("G1002", 0.8, "spring", "farm", 520, "农资店", ["复合肥", "除草剂"], {
    town: -1,
    reports: 0.34,
    words: ["化肥", "农药"],
  }),
  trade("G1003", 0.5, "spring", "vehicle", 9_800, "农机行", ["旋耕机", "收割机"], { town: -1, words: ["农机"] }),
  trade("G1004", 0.3, "flat", "farm", 460, "饲料店", ["猪饲料"], { town: -1, words: ["饲料"] }),
];
