import { unit } from '#archive';
import { one } from './unit.ts';

/** The page of figures. */
export const FIGURES_PAGE = {
  title: '数字',
  description:
    '各篇文章里的全部数字：项目、数值、单位和截至时间，每个都连着写着它的那句话；同一种数的，画成图放在一起比。',
  lede: (figures: number, stories: number) =>
    `${stories} 篇文章里的 ${figures} 个数字。点数值，看写着它的那句话；没有写明时间的，照实说没有写。`,
  jump: '本页目录',
  comparisons: '可以放在一起比的',
  comparisonsLede: '同一种数、单位相同的，才放在一起；凭什么可比、比时要留心什么，写在图下。',
  comparisonsOpen: '刻着尖角的，是“以上”“至少”“不足”这样的数：实际的数在尖角指的那一边。',
  all: '全部数字',
  filter: '筛选',
  filterHint: `${unit.group}、项目、年份`,
  sortBy: '排序',
  grouped: `分${one}列出`,
  county: unit.group,
  undated: '时间未注明',
  /** With the words of the source, where these are no date. */
  undatedText: (printed: string) => `时间未注明（原文作“${printed.replaceAll('“', '‘').replaceAll('”', '’')}”）`,
  countyCount: (county: string, count: number) => `${county} ${count}`,
} as const;

/** What the script of that page says. */
export const FIGURES_STATUS = {
  total: (total: number) => `共 ${total} 个数字`,
  found: (found: number, total: number) => `${found} 个符合，共 ${total} 个`,
  unit: (unit: string) => (unit ? `单位：${unit}` : '没有单位'),
  county: { asc: `按${unit.group}排列`, desc: `按${unit.group}倒排` },
  label: { asc: '按项目拼音排列', desc: '按项目拼音倒排' },
  value: { asc: '同单位的从小到大', desc: '同单位的从大到小' },
  asOf: { asc: '从早到晚，没有写时间的在后', desc: '从晚到早，没有写时间的在后' },
} as const;
