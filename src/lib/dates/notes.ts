import type { PrintedTime } from './printed.ts';
import {
  type Component,
  componentsOf,
  type DatePoint,
  isWhole,
  pointsOf,
  type Qualification,
  type ReadDate,
} from './read.ts';

/** What a date says of itself beside its words. */
export interface Notes {
  inferred: boolean;
  /** What the inference rests on, in short words: 同版文章. */
  ground?: string | undefined;
  planned?: boolean | undefined;
  /** Printed words that stand in place of the date's own: of these alone is said what is inferred. */
  printed?: PrintedTime | undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  year: '年份',
  month: '月份',
  day: '日期',
  'year month': '年月',
  'month day': '月日',
  'year month day': '年月日',
  'year day': '年份和日期',
};

/** 「年月」, 「年份」: what of a point is meant, as short as it can be said. */
function namesOf(components: readonly Component[]): string {
  return NAMES[components.join(' ')] ?? '';
}

/** The parts of a point that are qualified, named; null where none is. */
function qualifiedPart(point: DatePoint, qualification: Qualification): string | null {
  const components = point[qualification];
  if (components.length === 0) return null;
  return point.years > 1 ? '' : namesOf(components);
}

/**
 * Of which parts of a date something is to be said: 「年月」 where both ends are alike, 「起期年份」 where one end is, nothing
 * where it holds of all. Null where it holds of none.
 */
function qualifiedParts(date: ReadDate, qualification: Qualification): string | null {
  const points = pointsOf(date);
  const parts = points.map((point) => qualifiedPart(point, qualification));
  const said = parts.filter((part) => part !== null);
  if (said.length === 0) return null;
  const isAll = said.length === parts.length;
  if (isAll && said.every((part) => part === said[0])) return said[0] ?? '';
  if (isAll && points.every((point) => isWhole(point, qualification))) return '';
  return parts
    .flatMap((part, i) => {
      if (part === null) return [];
      const point = points[i];
      return (i ? '止期' : '起期') + (point && isWhole(point, qualification) ? '' : part);
    })
    .join('、');
}

/** 年月据同版文章推定, 月份系推定, 年月均系推定, 推定. */
function inferredText(parts: string, ground: string | undefined): string {
  if (ground) return `${parts}据${/^\d/.test(ground) ? ' ' : ''}${ground}推定`;
  if (parts === '') return '推定';
  return `${parts}${/、|年月|月日|和/.test(parts) ? '均' : ''}系推定`;
}

/** A wholly approximate point already says 约. */
const withoutWhole = (date: ReadDate): ReadDate => {
  const plain = (point: DatePoint): DatePoint =>
    isWhole(point, 'approximate') && componentsOf(point).length > 0 ? { ...point, approximate: [] } : point;
  if (date.kind === 'point') return { ...date, point: plain(date.point) };
  if (date.kind !== 'interval') return date;
  const end = (one: typeof date.start) => (typeof one === 'string' ? one : plain(one));
  return { ...date, start: end(date.start), end: end(date.end) };
};

/** Which parts of what is shown are in doubt: of printed words the year that was put before them, of a date its components. */
function doubtfulParts(date: ReadDate, printed: PrintedTime | undefined): string | null {
  const parts = qualifiedParts(date, 'uncertain');
  if (parts === null || !printed) return parts;
  const isYear = printed.isCompleted && pointsOf(date).some(({ uncertain }) => uncertain.includes('year'));
  return isYear ? namesOf(['year']) : '';
}

/** For margins: 「推定」 of all that is shown, 「年份推定」 of a part of it. */
export function inferredMark(date: ReadDate, printed: PrintedTime | undefined): string {
  const isAll = pointsOf(date).every((point) => isWhole(point, 'uncertain'));
  return `${isAll && !printed?.isCompleted ? '' : (doubtfulParts(date, printed) ?? '')}推定`;
}

/** What a reader must know beside the date, in brackets, or ''. An inferred date always says so. */
export function notesText(date: ReadDate, { inferred, ground, planned, printed }: Notes): string {
  const rough = qualifiedParts(withoutWhole(date), 'approximate');
  const doubtful = doubtfulParts(date, printed);
  const isYearAlone = !printed && pointsOf(date).every((point) => componentsOf(point).length === 1);
  // With nothing beside it a year need not be named.
  const parts = isYearAlone && doubtful === '年份' && !ground ? '' : (doubtful ?? '');
  const doubt = inferred ? inferredText(parts, ground) : doubtful === null ? '' : `${parts}存疑`;
  const placed = [printed?.years, doubt].filter(Boolean).join('，');
  const notes = [planned ? '计划' : '', rough === null ? '' : `${rough}为约数`, placed].filter(Boolean);
  return notes.length > 0 ? `（${notes.join('；')}）` : '';
}
