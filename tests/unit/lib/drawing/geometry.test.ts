import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR_WIDTH, layBars } from '../../../../src/lib/drawing/bars.ts';
import { factOf } from '../../../../src/lib/drawing/evidence.ts';
import { shareLabels, withoutCounty } from '../../../../src/lib/drawing/labels.ts';
import { layGrid, thingsEach } from '../../../../src/lib/drawing/signs.ts';
import { drawingSvg, fitWords, widthOf } from '../../../../src/lib/drawing/standalone.ts';
import { addsUp, sumOf } from '../../../../src/lib/drawing/sums.ts';
import { drawn, evidenceOf, figure, milestone, telling } from './evidence.ts';

const HOUSES = { unit: '户', label: '农户' };

/** The cells that a path covers. */
const areaOf = (d: string): number =>
  [...d.matchAll(/M([\d.]+) \d+H([\d.]+)v1/g)].reduce((sum, [, from, to]) => sum + Number(to) - Number(from), 0);

describe('signs', () => {
  test('are as many as there are things, whatever the rows', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (less, more) => {
        const each = thingsEach(less + more);
        const stretches = [
          { count: less, tone: 'full' as const, href: '#f-a' },
          { count: more, tone: 'pale' as const, href: '#f-b' },
        ];
        const { areas, columns, rows } = layGrid(HOUSES, stretches, each, null);
        const total = areas.reduce((sum, { d }) => sum + areaOf(d), 0);
        expect(total).toBeCloseTo((less + more) / each, 1);
        expect(total).toBeLessThanOrEqual(columns * rows + 1e-6);
        expect(columns).toBeLessThanOrEqual(21);
      }),
    );
  });
  test('stand for a round number of things, so that an eye can count them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (most) => {
        const each = thingsEach(most);
        expect(String(each)).toMatch(/^[125]0*$/);
        expect(most / each).toBeLessThanOrEqual(120);
      }),
    );
  });
  test('fill their rows where they can: 63 are three rows of 21', () => {
    const { columns, rows } = layGrid(HOUSES, [{ count: 63, tone: 'full', href: null }], 1, null);
    expect([columns, rows]).toEqual([21, 3]);
  });
});

describe('bars', () => {
  const facts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  test('are as long as their numbers, and none leaves the drawing', () => {
    fc.assert(
      fc.property(facts, (values) => {
        const end = Math.max(1, ...values);
        const bars = layBars(
          values.map((value) => ({ low: value, high: value, bound: null })),
          end,
        );
        for (const [i, { x, width }] of bars.entries()) {
          expect(x + width).toBeLessThanOrEqual(BAR_WIDTH);
          expect(Math.abs(width - ((values[i] ?? 0) / end) * BAR_WIDTH)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
  test('of a number that is the least or the most have an open end', () => {
    const [least, most, exact] = layBars(
      (['from', 'to', null] as const).map((bound) => ({ low: 9, high: 9, bound })),
      9,
    );
    expect([least?.open === null, most?.open === null, exact?.open]).toEqual([false, false, null]);
    expect(least?.open?.d).not.toBe(most?.open?.d);
  });
});

describe('sums', () => {
  const factsOf = (values: readonly number[]) =>
    values.map((value, i) => factOf(figure(`f${i}`, value, '元'), null, telling()));
  test('of whole numbers add up to themselves and to nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 2 }),
        fc.integer({ min: 1, max: 999 }),
        (values, off) => {
          const items = factsOf(values);
          const total = (value: number) =>
            factOf(figure('t', value, '元'), null, { words: new Map([['t', `${value} 元`]]), county: '' });
          expect(addsUp(items, total(sumOf(items)))).toBe(true);
          expect(addsUp(items, total(sumOf(items) + off))).toBe(false);
        },
      ),
    );
  });
  test.each([
    ['一万八', 18000, '', true],
    ['一万七', 17000, '', false],
    ['1.8 万元', 1.8, '万元', true],
    ['1.9 万元', 1.9, '万元', false],
    ['18000 元', 18000, '元', false],
  ])('of 18260 as %s', (said, value, unit, fits) => {
    const total = factOf(figure('t', value, unit), null, { words: new Map([['t', said]]), county: '' });
    expect(addsUp(factsOf([18000, 260]), total)).toBe(fits);
  });
});

describe('labels', () => {
  test('share what they begin with, up to a 的', () => {
    expect(shareLabels(['一户的补贴', '一户的分红'])).toEqual({ common: '一户', rest: ['补贴', '分红'] });
    expect(shareLabels(['一户补贴', '一户分红']).common).toBe('');
  });
  test('do not say twice what county they are of', () => {
    expect(withoutCounty('济阳区的第一书记', '济阳')).toBe('第一书记');
    expect(withoutCounty('济阳区', '济阳')).toBe('济阳区');
  });
});

describe('a drawing by itself', () => {
  const own = telling(
    [
      figure('a', 30, '只', { label: '羊<羔>', qualifier: '余' }),
      figure('b', 100, '只', { label: '羊群' }),
      figure('y', 8, '年'),
    ],
    [milestone('m', '2009-08-20'), milestone('n', '2017-10-27')],
  );
  const palette = {
    ink: '#111',
    soft: '#555',
    data: '#733e10',
    pale: '#b89a80',
    place: '#12584f',
    land: '#eee',
    paper: '#fff',
    face: 'Song',
  };
  test.each([
    ['Growth', { from: 'a', to: 'b' }],
    ['Compare', { figures: 'a b' }],
    ['Span', { milestones: 'm n', length: 'y' }],
    ['Share', { parts: 'a', whole: 'b' }],
    ['Ledger', { figures: 'a b' }],
  ] as const)('%s needs no page: literal colours, no links, ids or styles', (form, attributes) => {
    const { svg, height } = drawingSvg(drawn(form, attributes, evidenceOf(own)), { width: 640, em: 22, palette });
    expect(height).toBeGreaterThan(20);
    expect(svg).not.toMatch(/NaN|undefined|var\(|currentcolor|href|\sid=|style|<羔>/i);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="640"/);
  });
  test('cuts words that have no room', () => {
    expect(fitWords('一二三四五', 3)).toBe('一二…');
    expect(widthOf('汉a')).toBeCloseTo(1.58);
  });
});
