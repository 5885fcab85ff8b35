import { unit } from '#archive';
import { one } from './unit.ts';

export const REGISTERS = {
  practices: '做法',
  practicesLede: (count: number) => `文中有名字的 ${count} 项做法：是什么，怎样运转，在哪里用过。`,
  glossary: '词汇表',
  glossaryLede: '文中只写到一两句的做法，列在写到它的地方之下，附上那一句。',
  entries: (count: number) => `${count} 条`,
  moved: (name: string) => `${name}：已移到词汇表`,
  goTo: '到词汇表里看这一条',
  others: '其他',
  byNumber: '按数字名称查找',
  aliases: '又称',
  where: '见于',
  whatPapersSay: '文中怎样说',
  people: '人物',
  peopleLede: (count: number) => `文中写到的人和文章的作者，共 ${count} 位。`,
  actors: '文中人物',
  authors: '作者',
  places: '地点',
  outside: '外地',
  placesLede: (count: number) =>
    `文中写到的 ${count} 处地点，按${unit.levels.join('、')}排列。来源没有给出坐标的，不在地图上标点。`,
  misprint: (forms: string) => `原文误作 ${forms}`,
  alias: (forms: string) => `又作 ${forms}`,
  noPlaces: `文中没有写到${one}以下的地点。`,
} as const;
