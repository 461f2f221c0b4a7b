import { type Trade, trade } from "./shape.ts";

const plain = { online: 0.05 };
const web = { online: 0.85 };

/** Services: what is complained of, how often, when, about what, and for how much money. */
export const SERVICES: readonly Trade[] = [
  trade("S0101", 6.4, "gifts", "table", 130, "饭庄", ["宴席", "外卖"], {
    ...plain,
    reports: 0.32,
    words: ["餐饮", "外卖"],
  }),
  trade("S0102", 1.6, "travel", "service", 340, "宾馆", ["客房"], { online: 0.4, words: ["宾馆", "民宿"] }),
  trade("S0103", 3.5, "flat", "prepaid", 1_900, "美容美发店", ["会员卡", "护肤项目"], {
    ...plain,
    town: 0.4,
    words: ["美容", "美发"],
  }),
  trade("S0104", 0.9, "spring", "service", 260, "洗衣店", ["大衣干洗", "储值卡"], {
    ...plain,
    town: 0.5,
    words: ["干洗"],
  }),
  trade("S0105", 2, "summer", "service", 480, "维修部", ["空调维修", "汽车维修"], {
    ...plain,
    words: ["家电维修", "汽车维修"],
  }),
  trade("S0106", 0.9, "spring", "prepaid", 3_600, "婚纱摄影", ["婚纱照", "婚礼套餐"], {
    ...plain,
    town: 0.5,
    words: ["婚纱摄影"],
  }),
  trade("S0107", 1, "flat", "service", 2_200, "中介所", ["租房中介", "求职中介"], {
    ...plain,
    town: 0.6,
    words: ["房产中介"],
  }),
  trade("S0108", 0.7, "gifts", "service", 620, "家政公司", ["保洁", "月嫂"], { town: 0.6, words: ["家政", "月嫂"] }),
  trade("S0201", 1.2, "school", "internet", 680, "网络游戏公司", ["游戏充值"], { ...web, town: 0.3, words: ["网游"] }),
  trade("S0202", 1, "flat", "internet", 190, "网络视频公司", ["会员续费", "直播打赏"], { ...web, words: ["视频会员"] }),
  trade("S0203", 1.5, "sales", "internet", 420, "网络平台公司", ["平台服务"], { ...web, words: ["平台服务"] }),
  // Often enough that no month of its contracts is too small to be published: the sample warning rests on it.
  trade("S0301", 6.4, "homes", "prepaid", 2_300, "健身", ["健身卡", "私教课", "游泳卡"], {
    ...plain,
    town: 0.7,
    words: ["健身", "预付式健身"],
  }),
  trade("S0302", 0.4, "travel", "internet", 680, "票务公司", ["演出票"], { online: 0.7, town: 0.8, words: ["票务"] }),
  trade("S0303", 1, "travel", "service", 320, "娱乐城", ["套餐券", "储值卡"], {
    ...plain,
    town: 0.6,
    words: ["KTV", "游乐场"],
  }),
  trade("S0304", 0.4, "gifts", "service", 90, "影城", ["电影票"], { online: 0.5, town: 0.9, words: ["电影院"] }),
  trade("S0401", 2, "school", "prepaid", 4_200, "学堂", ["补习班", "托管班"], {
    ...plain,
    town: 0.5,
    words: ["课外辅导"],
  }),
  trade("S0402", 1.9, "school", "prepaid", 3_700, "艺术中心", ["舞蹈课", "钢琴课", "早教课"], {
    ...plain,
    town: 0.6,
    words: ["艺术培训", "舞蹈培训"],
  }),
  trade("S0403", 0.8, "flat", "prepaid", 5_200, "职业学校", ["考证培训"], {
    online: 0.4,
    town: 0.5,
    words: ["技能培训"],
  }),
  trade("S0404", 1, "school", "prepaid", 3_400, "驾校", ["驾驶培训"], { ...plain, words: ["驾校"] }),
  trade("S0501", 1.6, "flat", "utility", 120, "通信营业厅", ["套餐", "流量费"], { ...plain, words: ["手机套餐"] }),
  trade("S0502", 1, "flat", "utility", 260, "通信营业厅", ["宽带"], { ...plain, words: ["宽带"] }),
  trade("S0503", 0.3, "flat", "utility", 60, "通信营业厅", ["增值业务"], { ...plain, words: ["增值业务"] }),
  trade("S0601", 3.6, "sales", "internet", 180, "网店", ["网购商品", "直播间商品"], {
    online: 1,
    words: ["网购", "电商"],
  }),
  trade("S0602", 1.2, "sales", "service", 160, "商场", ["促销活动", "退货"], {
    ...plain,
    town: 0.3,
    words: ["商场销售"],
  }),
  trade("S0603", 0.8, "gifts", "prepaid", 900, "商场", ["购物卡"], { ...plain, town: 0.5, words: ["购物卡"] }),
  trade("S0604", 0.4, "flat", "claims", 3_800, "康养商行", ["会销产品"], {
    ...plain,
    town: -0.3,
    reports: 0.4,
    words: ["会议营销"],
  }),
  trade("S0701", 1.2, "heating", "utility", 1_600, "供热站", ["室温不达标", "取暖费"], {
    ...plain,
    town: 0.9,
    words: ["供暖", "供热"],
  }),
  trade("S0702", 0.9, "flat", "utility", 220, "公用事业所", ["水费", "电费", "燃气费"], {
    ...plain,
    words: ["供水", "供电"],
  }),
  trade("S0703", 1.6, "travel", "utility", 20, "停车场", ["停车费"], {
    ...plain,
    town: 0.9,
    reports: 0.3,
    words: ["停车"],
  }),
  trade("S0704", 1, "travel", "utility", 60, "客运站", ["车票", "网约车费"], {
    online: 0.4,
    words: ["客运", "网约车"],
  }),
  trade("S0705", 0.4, "travel", "service", 780, "租车行", ["租车押金"], { online: 0.4, town: 0.8, words: ["租车"] }),
  trade("S0706", 0.2, "flat", "service", 620, "救援站", ["拖车费"], { ...plain, words: ["拖车"] }),
  trade("S0801", 1.8, "homes", "house", 14_000, "装饰公司", ["全屋装修", "防水"], {
    ...plain,
    town: 0.6,
    words: ["装修服务"],
  }),
  trade("S0802", 1.7, "flat", "utility", 900, "物业公司", ["物业费", "电梯维修"], {
    ...plain,
    town: 0.9,
    words: ["物业"],
  }),
  trade("S0803", 0.6, "school", "service", 1_800, "公寓", ["租房押金"], { ...plain, town: 0.9, words: ["租房"] }),
  trade("S0901", 0.6, "homes", "claims", 6_200, "医美诊所", ["注射项目"], { ...plain, town: 1, words: ["医美"] }),
  trade("S0902", 0.7, "flat", "service", 1_100, "门诊部", ["补牙", "体检"], { ...plain, words: ["口腔服务"] }),
  trade("S0903", 0.9, "gifts", "prepaid", 1_500, "养生馆", ["理疗卡", "足浴卡"], {
    ...plain,
    town: 0.3,
    words: ["足浴", "按摩推拿"],
  }),
  trade("S1001", 1.4, "sales", "service", 160, "快递站", ["包裹丢失", "包裹破损"], { ...plain, words: ["快递"] }),
  trade("S1002", 0.2, "flat", "service", 90, "邮政所", ["信件"], { ...plain, words: ["邮政"] }),
  trade("S1003", 0.5, "sales", "service", 80, "快递驿站", ["代收费"], { ...plain, words: ["快递驿站"] }),
  trade("S1101", 0.7, "travel", "prepaid", 2_900, "旅行社", ["跟团游"], { online: 0.3, town: 0.8, words: ["跟团游"] }),
  trade("S1102", 0.9, "travel", "service", 140, "景区", ["门票", "游船"], { online: 0.3, town: -0.4, words: ["景区"] }),
  trade("S1103", 0.4, "travel", "internet", 900, "旅游网站", ["机票退改"], { ...web, words: ["机票代订"] }),
  trade("S1201", 0.8, "flat", "money", 1_900, "小贷公司", ["分期手续费"], { online: 0.5, words: ["贷款"] }),
  trade("S1202", 0.2, "flat", "money", 1_200, "催收公司", ["电话催收"], { online: 0.2, words: ["催收"] }),
  trade("S1203", 0.3, "flat", "money", 2_600, "理财公司", ["理财产品"], { online: 0.5, words: ["理财"] }),
  trade("S1301", 0.5, "flat", "money", 1_800, "保险营业部", ["车险理赔"], { ...plain, words: ["车险"] }),
  trade("S1302", 0.4, "flat", "money", 2_900, "保险营业部", ["健康险退保"], { online: 0.3, words: ["健康险"] }),
  trade("S1303", 0.2, "sales", "money", 180, "保险营业部", ["碎屏险"], { online: 0.6, words: ["碎屏险"] }),
  trade("S1401", 0.2, "spring", "service", 420, "农机合作社", ["机耕费"], { ...plain, town: -1, words: ["机耕机收"] }),
  trade("S1402", 0.1, "flat", "service", 380, "养殖服务站", ["仔猪防疫"], { ...plain, town: -1, words: ["兽医服务"] }),
  trade("S1403", 0.1, "spring", "service", 350, "农技服务站", ["种植指导"], {
    ...plain,
    town: -1,
    words: ["种植服务"],
  }),
];
