/** All words of the interface, in one place. */
export const SITE = {
  name: '县域纪事',
  tagline: '十个县，六年，一份可检索的地方脱贫报道档案',
  period: '2015—2021',
  description: '据 2015—2021 年间的地方报道，讲十个县怎样摆脱贫困：长文、县域地图、大事与数字，每一条都能回到原话。',
} as const;

/** The pages of the main navigation, in order; only pages that exist. */
export const NAVIGATION = [
  { path: 'stories/', label: '故事' },
  { path: 'counties/', label: '县域' },
  { path: 'map/', label: '地图' },
  { path: 'timeline/', label: '年表' },
  { path: 'practices/', label: '做法' },
  { path: 'figures/', label: '数字' },
  { path: 'search/', label: '检索' },
] as const;

/** The registers and what concerns the site itself, at the foot of every page. */
export const FOOTER_NAVIGATION = [
  { path: 'people/', label: '人物' },
  { path: 'places/', label: '地点' },
  { path: 'offline/', label: '离线阅读' },
  { path: 'about/', label: '关于本站' },
  { path: 'about/#contact', label: '报告错误或请求隐名' },
] as const;

/** The one line of a page whose scripts do not come up: below the browser floor, or where one did not load or run. */
export const SCRIPT_NOTES = {
  old: '这个浏览器太旧，只能阅读，不能检索。',
  failed: '脚本没有载入，请刷新。',
} as const;

const HAN_COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

export const T = {
  skip: '跳到正文',
  mainNav: '主要栏目',
  elderMode: '大字版',
  settings: '阅读设置',
  settingsShort: '设置',
  footerNav: '登记与说明',
  contents: '目录',
  figures: '本篇数字',
  milestones: '本篇大事',
  source: '原题与出处',
  cite: '引用',
  inferred: '推定',
  paragraphLink: '本段链接',
  dates: '日期：',
  before: '此前',
  after: '此后',
  sectionNav: '本篇目录',
  neighbours: '前后各篇',
  previous: '上一篇',
  next: '下一篇',
  whereIs: (county: string) => `${county}的位置`,
  characters: (characters: number) => `${characters} 字`,
  minutes: (minutes: number) => `约 ${minutes} 分钟`,
  andMore: (count: number) => `另有 ${count} 件`,
  storyCount: (count: number) => `${count} 篇`,
  counties: (count: number) => `${HAN_COUNTS[count] ?? count}县`,
  tenCountiesMap: '各县区的位置',
  moreStories: '其余各篇',
  stories: '故事',
  allStories: '全部故事',
  storiesLede: (count: number) => `共 ${count} 篇，先按县域排列，再按体裁。`,
  byCounty: '按县域',
  byGenre: '按体裁',
  countyMilestones: '大事',
  countyFigures: '数字',
  code: '行政区划代码',
  seat: '驻地',
  formerly: '曾名',
  formerlyText: (name: string, code: string, until: string) => `${name}（${code}），至 ${until}`,
  counted: '项目',
  value: '数值',
  asOf: '截至',
  notFound: '没有这一页',
  notFoundText: '链接可能抄漏了字，或这一页已经改了地址。可以从下面几处找起。',
  toFront: '首页',
  report: '报告错误或请求隐名',
  colophon: '文章由本站据原报道改写，事实与数字一一可查；地图为示意图。文字与数据以 CC BY 4.0 许可再用。',
} as const;

/** 「13 篇 · 10 县 · 2015—2021」 */
export const archiveExtent = (stories: number, counties: number): string =>
  `${stories} 篇 · ${counties} 县 · ${SITE.period}`;
