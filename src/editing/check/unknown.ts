import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';

const NAMES = {
  counties: '县区',
  people: '人物',
  places: '地点',
  practices: '做法',
  series: '系列',
  authors: '作者',
} as const;

/** An id that its register does not know, with a guess where one is near. */
export function findUnknown(
  kind: keyof typeof NAMES,
  id: string,
  known: ReadonlySet<string>,
  place: Pick<Finding, 'line' | 'column'>,
): Finding[] {
  if (known.has(id)) return [];
  const guess = nearest(id, known);
  return [
    {
      ...place,
      rule: 'id-unknown',
      message: `没有编号为“${id}”的${NAMES[kind]}`,
      cure: guess ? `是不是 ${guess}？` : '先登记，再引用',
    },
  ];
}
