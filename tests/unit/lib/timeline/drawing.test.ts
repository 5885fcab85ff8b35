import { describe, expect, test } from 'vitest';
import { drawTimeline } from '../../../../src/lib/timeline/drawing.ts';

type Milestones = Parameters<typeof drawTimeline>[0];
const draw = (milestones: Milestones, all = milestones) => {
  const drawing = drawTimeline(milestones, all);
  if (!drawing) throw new Error('Nothing is drawn');
  return drawing;
};

const of = (id: string, code: string, date: string | null) => ({
  id: 'one',
  date,
  basis: 'stated' as const,
  story: { slug: `${id}-story`, county: { id, name: id, code } },
});

describe('the drawing', () => {
  test('has a lane for each county with a date, in the order of their codes', () => {
    const { lanes } = draw([of('b', '2', '2019'), of('a', '1', '2020'), of('c', '3', null)]);
    expect(lanes.map(({ county }) => county.id)).toEqual(['a', 'b']);
  });

  test('gives what has no date no mark', () => {
    const { lanes } = draw([of('a', '1', null), of('a', '1', '2019')]);
    expect(lanes.flatMap(({ signs }) => signs)).toHaveLength(1);
  });

  test('has those without a code last, by name', () => {
    const river = { ...of('river', '', '2019'), story: { slug: 'river-story', county: { id: 'river', name: '河' } } };
    const { lanes } = draw([river, of('b', '2', '2019'), of('a', '1', '2020')]);
    expect(lanes.map(({ county }) => county.id)).toEqual(['a', 'b', 'river']);
  });

  test('is not there where nothing has a date', () => {
    expect(drawTimeline([])).toBeNull();
    expect(drawTimeline([of('a', '1', null)])).toBeNull();
  });

  test('of a part has the axis of the whole', () => {
    const all = [of('a', '1', '2009'), of('b', '2', '2021')];
    expect(draw(all.slice(1), all).axis).toEqual(draw(all).axis);
  });
});

/** A length as SVG takes it, as a number. */
const numberOf = (length: string | undefined, unit: '%' | 'em') => {
  expect(length).toMatch(new RegExp(`^\\d+(\\.\\d+)?${unit}$`));
  return Number.parseFloat(length ?? '');
};

const county = { id: 'a', name: 'a', code: '1' };
const inOneCounty = (dates: readonly string[]) =>
  dates.map((date) => ({ id: `on-${date}`, date, basis: 'stated' as const, story: { slug: 'some-story', county } }));

describe('a drawn mark', () => {
  const drawTwo = () => {
    const { lanes, ticks } = draw(inOneCounty(['2017', '2017-07-02']));
    const [year, middle] = lanes[0]?.signs ?? [];
    return { year, middle, newYears: ticks.map(({ at }) => numberOf(at, '%')) };
  };

  test('leads to its entry in the list', () => {
    const { year, middle } = drawTwo();
    expect([year?.entry, middle?.entry]).toEqual(['t-some-story--on-2017', 't-some-story--on-2017-07-02']);
  });

  test('lies under the years it covers', () => {
    const { year, middle, newYears } = drawTwo();
    const [newYear = 0, nextNewYear = 0] = newYears;
    expect(numberOf(year?.from, '%')).toBe(newYear);
    expect(numberOf(year?.to, '%')).toBe(nextNewYear);
    expect(numberOf(year?.width, '%')).toBeCloseTo(nextNewYear - newYear);
    expect(numberOf(middle?.from, '%')).toBeCloseTo((newYear + nextNewYear) / 2);
    expect(middle?.width).toBe('0%');
  });

  test('keeps what is said of it', () => {
    const { year, middle } = drawTwo();
    expect(year).toMatchObject({ shape: 'within', isDoubtful: false, isPlanned: false, isOpen: false });
    expect(middle).toMatchObject({ shape: 'day' });
  });
});

test('rows of a lane lie inside it, a whole mark apart, with equal air over and under them', () => {
  // A mark is 1.14 em high where a pointer finds it.
  const half = 0.57;
  const [lane] = draw(inOneCounty(['2017', '2017-05', '2017/2018'])).lanes;
  const middles = (lane?.signs ?? []).map(({ y }) => numberOf(y, 'em')).sort((a, b) => a - b);
  const [first = 0, second = 0, last = 0] = middles;
  expect(middles).toHaveLength(3);
  expect(first).toBeGreaterThanOrEqual(half);
  expect(second - first).toBeGreaterThanOrEqual(2 * half);
  expect(last - second).toBeCloseTo(second - first);
  expect(numberOf(lane?.height, 'em') - last).toBeCloseTo(first);
});
