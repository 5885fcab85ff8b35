import { DAY } from '../dates/days.ts';
import { type DatePoint, pointsOf, type ReadDate, readDate } from '../dates/read.ts';
import type { Milestone } from '../schema/story.ts';
import type { Dated } from '../timeline/order.ts';

/**
 * How a milestone is drawn. `day` is the only point. `within` is one moment somewhere inside; `span` lasts; `recurs`
 * happens again and again; `from` and `until` are open on one side and claim no length.
 */
export type SignShape = 'day' | 'within' | 'span' | 'recurs' | 'from' | 'until';

/** A milestone on the axis. Times are milliseconds in UTC, `end` the first moment after the last day. */
export interface Sign {
  shape: SignShape;
  start: number;
  end: number;
  /** Its far side is open (以来), not merely unknown; of `from` and `until`. */
  isOpen: boolean;
  /** Inferred, uncertain or approximate: its edges fade. */
  isDoubtful: boolean;
  isPlanned: boolean;
}

type Drawable = Dated<Pick<Milestone, 'date' | 'basis' | 'extent' | 'recurs' | 'planned'>>;

/** What a dated milestone looks like on an axis. Throws a RangeError on a date that `edtfProblem` refuses. */
export function signOf({ date, basis, extent, recurs, planned }: Drawable): Sign {
  const read = readDate(date);
  const { shape, first, last, isOpen } = outlineOf(read, extent === 'within');
  const repeats = recurs !== undefined && (shape === 'within' || shape === 'span');
  return {
    shape: repeats ? 'recurs' : shape,
    start: Date.parse(first),
    end: Date.parse(last) + DAY,
    isOpen,
    isDoubtful: basis === 'inferred' || pointsOf(read).some(isMarked),
    isPlanned: planned ?? false,
  };
}

interface Outline {
  shape: Exclude<SignShape, 'recurs'>;
  first: string;
  last: string;
  isOpen: boolean;
}

function outlineOf(date: ReadDate, isWithin: boolean): Outline {
  if (date.kind === 'point') {
    const { first, last, day } = date.point;
    return { shape: day === null ? 'within' : 'day', first, last, isOpen: false };
  }
  if (date.kind !== 'interval') return { shape: 'within', first: date.first, last: date.last, isOpen: false };
  const { start, end } = date;
  if (typeof start !== 'string' && typeof end !== 'string')
    return { shape: isWithin ? 'within' : 'span', first: start.first, last: end.last, isOpen: false };
  // A side that is not known says nothing of where the sign ends: it takes the place of the known side alone.
  if (typeof start !== 'string') return { ...daysOf(start), shape: 'from', isOpen: end === 'open' };
  if (typeof end !== 'string') return { ...daysOf(end), shape: 'until', isOpen: start === 'open' };
  throw new RangeError('An interval has at least one known end');
}

const daysOf = ({ first, last }: DatePoint) => ({ first, last });
const isMarked = ({ uncertain, approximate }: DatePoint) => uncertain.length + approximate.length > 0;
