/** Kinds of practices, in the order in which they are listed, each with what it covers. */
export const PRACTICE_KINDS = {
  mechanism: { name: '机制与办法', lede: '一个地方给自己定下的做事的规矩：谁来帮、怎么查、账怎么记。' },
  campaign: { name: '活动与行动', lede: '一段时间里集中去做的事。' },
  programme: { name: '项目与政策', lede: '有资金、有名目，落到村和户的安排。' },
  standard: { name: '标准与要求', lede: '用来衡量做到了没有的尺子。' },
} as const;

export const REGISTERS = {
  practices: '做法',
  practicesLede: (count: number) => `报道里有名字的 ${count} 项做法：是什么，怎样运转，在哪里用过。`,
  byNumber: '按数字名称查找',
  aliases: '又称',
  where: '见于',
  whatPapersSay: '文中怎样说',
  people: '人物',
  peopleLede: (count: number) => `以公职身份办事、发言的人和报道的作者，共 ${count} 位。身处困难的普通人不在此列。`,
  actors: '文中人物',
  authors: '报道作者',
  places: '地点',
  placesLede: (count: number) =>
    `文中写到的 ${count} 处地点，按县、镇、村、组排列。来源没有给出坐标的，不在地图上标点。`,
  misprint: (forms: string) => `原报误印作 ${forms}`,
  alias: (forms: string) => `又作 ${forms}`,
  noPlaces: '文中没有写到县以下的地点。',
} as const;

export const PLACE_LEVELS = {
  township: '乡镇、街道',
  village: '村',
  group: '组',
  site: '场所',
  outside: '县外',
} as const;
