import { type Component, type DatePoint, isWhole, pointsOf, type Qualification, type ReadDate } from './read.ts';

const NAMES: Record<Component, string> = { year: '年份', month: '月份', day: '具体日子' };

/** '' where the qualification is on the whole point, null where it is on none of it. */
function markedPart(point: DatePoint, qualification: Qualification): string | null {
  if (point[qualification].length === 0) return null;
  return isWhole(point, qualification) ? '' : point[qualification].map((name) => NAMES[name]).join('和');
}

/** One note where all ends are marked alike, otherwise one for each marked end. */
function markNotes(parts: readonly (string | null)[], phrase: string): string[] {
  if (parts.every((part) => part === parts[0])) return parts[0] == null ? [] : [parts[0] + phrase];
  return parts.flatMap((part, i) => (part === null ? [] : [`${i ? '截止' : '起始'}${part || '时间'}${phrase}`]));
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
    ...markNotes(
      points.map((point) => markedPart(point, 'approximate') || null),
      '为约数',
    ),
  );
  const doubtful = points.map((point) => markedPart(point, 'uncertain'));
  const doubts = markNotes(doubtful, inferred ? '据文意推定' : '存疑');
  notes.push(...(inferred && doubts.length === 0 ? ['据文意推定'] : doubts));
  return notes.length ? `（${notes.join('；')}）` : '';
}
