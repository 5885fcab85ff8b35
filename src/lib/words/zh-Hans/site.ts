import { unit } from '#archive';
import { unitCount, unitHeading } from './unit.ts';

/** What the sections of the site are called in its navigation. */
export const SECTION_NAMES = {
  stories: '文章',
  counties: unit.group,
  map: '地图',
  timeline: '年表',
  practices: '做法',
  figures: '数字',
  search: '检索',
  series: '系列',
  tags: '标签',
  authors: '作者',
  people: '人物',
  places: '地点',
  data: '数据',
  offline: '离线阅读',
  about: '关于本站',
  licences: '许可',
  contact: '报告错误或请求隐名',
} as const;

/** Beside the numbers under which authorities have the site. */
export const FILINGS = { reports: (contact: string) => `违法和不良信息举报：${contact}` } as const;

/** The one line of a page whose scripts do not come up: below the browser floor, or where one did not load or run. */
export const SCRIPT_NOTES = {
  old: '这个浏览器太旧，只能阅读，不能检索。',
  failed: '脚本没有载入，请刷新。',
} as const;

export const T = {
  skip: '跳到正文',
  mainNav: '主要栏目',
  elderMode: '大字版',
  settings: '阅读设置',
  settingsShort: '设置',
  footerNav: '登记与说明',
  languages: '语言',
  contents: '目录',
  figures: '本篇数字',
  milestones: '本篇记事',
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
  andMore: (count: number) => `另有 ${count} 条`,
  storyCount: (count: number) => `${count} 篇`,
  counties: unitHeading,
  tenCountiesMap: `各${unit.name}的位置`,
  moreStories: '其余各篇',
  /** The front page of an archive that has published none. */
  noStories: '还没有发表的文章。',
  stories: '文章',
  allStories: '全部文章',
  storiesLede: (count: number) => `共 ${count} 篇，按${unit.group}排列。`,
  byCounty: `按${unit.group}`,
  byGenre: '按体裁',
  countyMilestones: '记事',
  countyFigures: '数字',
  code: '行政区划代码',
  seat: '驻地',
  formerly: '曾名',
  /** Of a place in a list, by the names that it had. */
  formerNames: (names: string) => `曾名${names}`,
  formerlyText: (name: string, until: string, code?: string) => `${name}${code ? `（${code}）` : ''}，至 ${until}`,
  counted: '项目',
  value: '数值',
  asOf: '时间',
  notFound: '没有这一页',
  notFoundText: '链接可能抄漏了字，或这一页已经改了地址。可以从下面几处找起。',
  toFront: '首页',
  report: '报告错误或请求隐名',
} as const;

/**
 * 「13 篇文章 · 10 个县区 · 记事 2015—2021」.
 * @param events the time of what is told; null where nothing told has a date
 * @param reports that of the originals, which stands in for it
 */
export const archiveExtent = (stories: number, units: number, events: string | null, reports: string | null): string =>
  [`${stories} 篇文章`, unitCount(units), events ? `记事 ${events}` : reports].filter(Boolean).join(' · ');
