export const UNKNOWN = {
  byline: '〔作者未注明〕',
  date: '〔日期未注明〕',
  gap: '〔原文此处残缺〕',
  /** Of a fact about a source. */
  fact: '未注明',
} as const;

/** The card under a story that says what is known of the original. */
export const SOURCE_CARD = {
  dateNote: '时间依据',
  published: '本站发表',
  days: (published: string, updated?: string) => (updated ? `${published}，${updated} 修订` : published),
  gaps: '原文残缺之处',
  corrections: '更正与补充',
  removed: '链接所指的段落已在修订中删去。',
} as const;

/** What stands at the end of a text, and how a search names the part of a story in which it found something. */
export const STORY_END = {
  unsaid: '原文没有说的',
  terms: '原文用语',
  /** Whose voice the source is; ’’ where nothing is known. */
  voice: (nature: string) => `来源：${nature}。`,
  unchecked: (original: string) => `文中的数字出自${original}，本站没有核实。`,
} as const;

export const WITHHELD = {
  reason: '应当事人要求隐去姓名',
} as const;

/** Of a text that rests on stories of this site and has no original. */
export const ESSAY = {
  title: '本文所据',
  note: '本站写的札记。文中的数字和记事都出自下面各篇，点一下就到写着它的那句话。',
  /** In the place of what a story is told from. */
  credit: (stories: number) => `本站据 ${stories} 篇文章写成`,
  published: (day: string) => `${day} 发表`,
  about: '讲到',
  /** On a place's page, over the essays that speak of it. */
  related: '相关',
} as const;

/** Kinds of corrections, by the names that manuscripts give them. */
export const CORRECTION_KINDS = { 更正: '更正', 补充: '补充', 说明: '说明' } as const;
