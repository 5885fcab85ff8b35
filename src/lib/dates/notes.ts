import { type Component, type DatePoint, isWhole, pointsOf, type Qualification, type ReadDate } from './read.ts';

const NAMES: Record<Component, string> = { year: '年份', month: '月份', day: '具体日子' };

/** How much of a point is qualified: none of it, all, or some parts, named. */
type Qualified = { extent: 'none' | 'whole' } | { extent: 'parts'; names: string };

function qualifiedPart(point: DatePoint, qualification: Qualification): Qualified {
  if (point[qualification].length === 0) return { extent: 'none' };
  if (isWhole(point, qualification)) return { extent: 'whole' };
  return { extent: 'parts', names: point[qualification].map((name) => NAMES[name]).join('和') };
}

const namesOf = (part: Qualified): string => (part.extent === 'parts' ? part.names : '');

/** One note where all ends are qualified alike, otherwise one for each qualified end. */
function notesOn(parts: readonly Qualified[], phrase: string): string[] {
  const said = parts.flatMap((part, i) =>
    part.extent === 'none' ? [] : [{ end: i ? '截止' : '起始', names: namesOf(part) }],
  );
  const [first] = said;
  const isOne = said.length === parts.length && said.every(({ names }) => names === first?.names);
  if (first && isOne) return [first.names + phrase];
  return said.map(({ end, names }) => `${end}${names || '时间'}${phrase}`);
}

/** What a reader must know beside the date, in brackets, or ''. An inferred date always says so. */
export function notesText(date: ReadDate, inferred: boolean, within: boolean): string {
  const points = pointsOf(date);
  const notes: string[] = [];
  if (date.kind === 'interval' && !within) {
    if (date.end === 'unknown') notes.push('止于何时不详');
    if (date.start === 'unknown') notes.push('始于何时不详');
  }
  // A wholly approximate point already says 约.
  notes.push(
    ...notesOn(
      points
        .map((point) => qualifiedPart(point, 'approximate'))
        .map((part): Qualified => (part.extent === 'whole' ? { extent: 'none' } : part)),
      '为约数',
    ),
  );
  const doubtful = points.map((point) => qualifiedPart(point, 'uncertain'));
  const doubts = notesOn(doubtful, inferred ? '据文意推定' : '存疑');
  notes.push(...(inferred && doubts.length === 0 ? ['据文意推定'] : doubts));
  return notes.length ? `（${notes.join('；')}）` : '';
}
