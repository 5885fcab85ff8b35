import { unit } from '#archive';
import { one, unitHeading } from './unit.ts';

/** Words within a quotation: their own quotation marks are the inner ones. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');

/** The page of all milestones, and what is drawn of them elsewhere. */
export const TIMELINE = {
  title: '年表',
  description: (units: number) =>
    `${unitHeading(units)}的记事，按时间排列：知道到哪一天就写到哪一天，推定的说明依据，没有日期的不放上时间轴。`,
  lede: (total: number, undated: number): string =>
    `${total} 条记事，按开始的时间排列，每一条都能回到文中那一句。日期知道到哪一步就写到哪一步，推定的都注明${undated > 0 ? TIMELINE.undatedCount(undated) : ''}。`,
  /** Where some have no date, after how many there are. */
  undatedCount: (undated: number): string => `；原文没有写时间的 ${undated} 条，列在最后`,
  years: '按年查找',
  drawing: '记事分布图',
  legend: '图例',
  list: '记事列表',
  openStart: '始于何时不详',
  undated: '时间未注明',
  /** A milestone without a date, with the words of its source. */
  undatedText: (printed: string) => `时间未注明（原文作“${inner(printed)}”）`,
  /** A routine without a date: how often, and the words of its source. */
  rhythmText: (rhythm: string, printed: string) =>
    `${rhythm}${rhythm.startsWith(printed) ? '' : `（原文作“${inner(printed)}”）`}，起止未注明`,
  undatedLede: '原文只说“近日”“近年来”一类的话。没有日期，就不放上时间轴。',
  wordsIn: (title: string) => `见《${title}》`,
  hint: '点图上的记号，看是哪一条。',
  onDrawing: '在图上看',
  toList: '到列表里看',
  filters: '筛选记事',
  all: '全部',
  choice: (label: string, count: number) => `${label}（${count}）`,
  clear: '清除筛选',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '看全部年份',
  zoomGroup: '缩放',
  keys: `图上可用键盘：左右键逐条移动，上下键换${one}，Home、End 到头尾，加减号缩放，回车到列表，Esc 离开。按住 Ctrl 滚动滚轮、双指捏合也可缩放。`,
  inTimeline: (county: string) => `在年表里看${county}`,
  embedded: '嵌入版',
  embed: '嵌入别的网站',
  embedLede: `把下面这段代码放进网页，就能嵌入这份年表；不用 cookie，不向第三方发请求。上面选了${unit.name}的，代码里也只含这个${unit.name}。`,
  embedCode: '嵌入代码',
  embedCopy: '复制代码',
  embedCopied: '代码已复制',
  embedTitle: (name: string) => `年表 · ${name}`,
  attribution: '来源',
} as const;

/** The filters of the timeline. */
export const TIMELINE_FILTERS = {
  county: unit.name,
  genre: '体裁',
  practice: '相关做法',
  certainty: '日期依据',
} as const;

/** How a date is known. */
export const CERTAINTIES = { stated: '原文写明', inferred: '推定', undated: '时间未注明' } as const;

/** What the timeline's script says. */
export const TIMELINE_STATUS = {
  total: (total: number) => `共 ${total} 条`,
  found: (found: number, total: number) => `${found} 条符合，共 ${total} 条`,
} as const;

/** The ways in which milestones are drawn. */
export const TIMELINE_LEGEND = {
  day: '某一天',
  within: '这段时间里的某时',
  span: '持续一段时间',
  from: '从此开始，未写止期',
  recurs: '反复进行',
  doubtful: '日期系推定或存疑',
  planned: '计划',
} as const;
