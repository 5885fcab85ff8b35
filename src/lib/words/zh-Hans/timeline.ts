import { unit } from '#archive';
import { one, unitHeading } from './unit.ts';

/** Words within a quotation: their own quotation marks are the inner ones. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');

/** The page of all milestones, and what is drawn of them elsewhere. */
export const TIMELINE = {
  title: '年表',
  description: (units: number) =>
    `${unitHeading(units)}的记事，横看一${one}，竖看一年：知道到哪一天就写到哪一天，推定的注明推定，没有日期的放在最后。`,
  lede: (undated: number): string =>
    `横看一${one}，竖看一年。日期知道到哪一步就写到哪一步，推定的都注明${undated > 0 ? TIMELINE.undatedCount(undated) : ''}。点一件，回到文中那一句。`,
  /** Where some have no date, after how many there are. */
  undatedCount: (undated: number): string => `；原文没有写时间的 ${undated} 件，列在最后`,
  years: '按年查找',
  caption: `各${one}记事，一行一${one}，一列一年`,
  list: '逐年记事',
  count: (count: number) => `${count} 件`,
  /** What is shown at first, and all there is. */
  key: (count: number) => `要紧的 ${count} 件`,
  everything: (count: number) => `全部 ${count} 件`,
  rest: (count: number) => `另 ${count} 件`,
  fold: '收起',
  /** Of years folded into a column, under their names. */
  nothing: '无',
  undated: '时间未注明',
  /** A milestone without a date, with the words of its source. */
  undatedText: (printed: string) => `时间未注明（原文作“${inner(printed)}”）`,
  /** A routine without a date: how often, and the words of its source. */
  rhythmText: (rhythm: string, printed: string) =>
    `${rhythm}${rhythm.startsWith(printed) ? '' : `（原文作“${inner(printed)}”）`}，起止未注明`,
  undatedLede: '原文只说“近日”“近年来”一类的话，不知道是哪一年。',
  filters: '筛选记事',
  filter: '筛选',
  all: '全部',
  choice: (label: string, count: number) => `${label}（${count}）`,
  clear: '清除筛选',
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
  total: (total: number) => `共 ${total} 件`,
  /** What is shown, and what filters hide. */
  found: (found: number, hidden: number) => `${found} 件符合，另 ${hidden} 件不在其中`,
} as const;

/** Dates under the heading of their year. */
export const CELL_DATES = {
  /** Of what is known to the year alone, where a date has to stand. */
  year: '年内',
  day: (month: number, day: number) => `${month}.${day}`,
  month: (month: number) => `${month} 月`,
  months: (from: number, to: number) => `${from}—${to} 月`,
  days: (month: number, from: number, to: number) => `${month}.${from}—${to}`,
  run: (from: string, to: string) => `${from}至 ${to}`,
  /** The season from 0, spring. */
  season: (season: number) => ['春', '夏', '秋', '冬'][season] ?? '',
  /** Without words it began in the year that stands over it. */
  from: (words: string) => `${words || '当年'}起`,
  within: (words: string) => `${words}间`,
} as const;

/** What must be known of a date, a word beside it. */
export const CELL_MARKS = { planned: '计划', approximate: '约', doubtful: '存疑' } as const;
