import { describe, expect, test } from 'vitest';
import { layPlace } from '../../../../src/lib/drawing/place-map.ts';
import { drawn, evidenceOf, faultsOf, figure, milestone, telling } from './evidence.ts';

const income = telling(
  [
    figure('pigs', 5000, '元', { label: '一户的养殖补贴', asOf: '2020' }),
    figure('grain', 2760, '元', { label: '一户的小杂粮补贴', asOf: '2020' }),
    figure('share', 500, '元', { label: '一户的分红', asOf: '2020', private: true }),
    figure('total', 8000, '', { label: '合计' }),
    figure('wrong', 9000, '元'),
    figure('exact', 8260, '元'),
    figure('homes', 3, '户'),
  ],
  [],
  { total: '八千', wrong: '9000 元', exact: '8260 元' },
);

describe('a ledger', () => {
  const items = 'pigs grain share';
  test('adds its items from left to right, and shows the total as said beside the total as added', () => {
    const drawing = drawn('Ledger', { figures: items, total: 'total' }, evidenceOf(income));
    if (drawing.kind !== 'bars') throw new Error(drawing.kind);
    expect(drawing.rows.map(({ label, text }) => [label, text])).toEqual([
      ['养殖补贴', '5000'],
      ['小杂粮补贴', '2760'],
      ['分红', '500'],
    ]);
    expect(drawing.rows.map(({ bar }) => bar.x)).toEqual([0, drawing.rows[0]?.bar.width, 939]);
    expect([drawing.total?.text, drawing.total?.said?.text]).toEqual(['8260 元', '八千']);
    expect(drawing.sub).toContain('一户');
    expect(drawing.alt).toContain('一户的养殖补贴 5000 元');
    expect(drawing.alt).toMatch(/3 项相加 8260 元；文中说“八千”。$/);
  });
  test('says once what is said and added alike', () => {
    const drawing = drawn('Ledger', { figures: items, total: 'exact' }, evidenceOf(income));
    expect(drawing.kind === 'bars' && drawing.total).toMatchObject({
      said: null,
      href: '#f-exact',
      label: '3 项相加，同文中说的一样',
    });
  });
  test('is private where one row of it is', () => {
    expect(drawn('Ledger', { figures: items }, evidenceOf(income)).isPrivate).toBe(true);
    expect(drawn('Ledger', { figures: 'pigs grain' }, evidenceOf(income)).isPrivate).toBe(false);
  });
  test.each([
    ['a sum in figures that is another', { figures: items, total: 'wrong' }, 'sum'],
    ['an item of another unit', { figures: 'pigs homes' }, 'unit'],
    ['one item', { figures: 'pigs' }, 'few'],
    ['no item', {}, 'missing'],
    ['an item twice', { figures: 'pigs pigs' }, 'twice'],
    ['two totals', { figures: items, total: 'total exact' }, 'one'],
    ['an unknown item', { figures: 'pigs cows' }, 'id'],
    ['a number in its heading', { figures: items, title: '３ 项' }, 'title'],
    ['another story that is not there', { figures: 'pigs none/grain' }, 'story'],
  ])('is not drawn with %s', (_, attributes, fault) => {
    expect(faultsOf('Ledger', attributes as Record<string, string>, evidenceOf(income))).toContain(fault);
  });
});

describe('another story', () => {
  const others = {
    far: telling(
      [figure('a', 2, '个', { label: '远县的工厂' }), figure('b', 3, '个', { private: true })],
      [],
      {},
      '远',
    ),
    lost: null,
  };
  const own = telling([figure('a', 4, '个', { label: '厂' })], [], {}, '近');
  test('is named before an id, or once for all; each row says of where it is', () => {
    const drawing = drawn('Compare', { figures: 'a far/a' }, evidenceOf(own, others));
    expect(drawing.kind === 'signs' && drawing.rows.map(({ label, href }) => [label, href])).toEqual([
      ['近：厂', '#f-a'],
      ['远：工厂', '/stories/far/#f-a'],
    ]);
    expect(faultsOf('Compare', { figures: 'a b', story: 'far' }, evidenceOf(own, others))).toEqual(['private']);
  });
  test('that cannot be read has faults of its own', () => {
    expect(faultsOf('Compare', { figures: 'a lost/a' }, evidenceOf(own, others))).toEqual([]);
  });
});

describe('growth', () => {
  const own = telling([
    figure('lambs', 30, '只', { label: '羊羔', qualifier: '余', asOf: '2017' }),
    figure('flock', 100, '只', { label: '羊群', qualifier: '余', asOf: '2020' }),
    figure('air-before', 35, '微克/立方米', { asOf: '2019-01/2019-08' }),
    figure('air-now', 31, '微克/立方米', { asOf: '2019-11' }),
    figure('many', 4400, '户'),
    figure('more', 5500, '户'),
  ]);
  test('of what can be counted is one sign for one thing, open where print says 余', () => {
    const drawing = drawn('Growth', { from: 'lambs', to: 'flock' }, evidenceOf(own));
    if (drawing.kind !== 'signs' || !drawing.grid) throw new Error(drawing.kind);
    expect(drawing.grid).toMatchObject({ sign: 'sheep', each: 1, rows: 5 });
    expect(drawing.grid.open).not.toBeNull();
    expect(drawing.grid.areas.map(({ tone, href }) => [tone, href])).toEqual([
      ['full', '#f-lambs'],
      ['pale', '#f-flock'],
    ]);
    expect(drawing.alt).toBe('从羊羔 30 余只（2017 年），到羊群 100 余只（2020 年）。');
  });
  test('of more than an eye counts says what a sign stands for', () => {
    const drawing = drawn('Growth', { from: 'many', to: 'more' }, evidenceOf(own));
    expect(drawing.notes).toContain('每个图形是 50 户');
  });
  test('of what is measured is two bars', () => {
    expect(drawn('Growth', { from: 'air-before', to: 'air-now' }, evidenceOf(own)).kind).toBe('bars');
  });
  test('goes forward in time', () => {
    expect(faultsOf('Growth', { from: 'flock', to: 'lambs' }, evidenceOf(own))).toEqual(['order']);
  });
});

describe('a share', () => {
  const own = telling([
    figure('some', 139, '次'),
    figure('all', 207, '次'),
    figure('rate', 14.8, '%'),
    figure('minus', -1, '次'),
  ]);
  test('is a part of its whole, of a percentage a part of a hundred', () => {
    const drawing = drawn('Share', { parts: 'some', whole: 'all' }, evidenceOf(own));
    expect(drawing.kind === 'signs' && drawing.grid?.each).toBe(2);
    const percent = drawn('Share', { parts: 'rate' }, evidenceOf(own));
    expect(percent.kind === 'signs' && percent.grid?.areas.map(({ tone }) => tone)).toEqual(['full', 'rest']);
  });
  test.each([
    ['greater than its whole', { parts: 'all', whole: 'some' }, 'whole'],
    ['of nothing', { parts: 'some' }, 'whole-missing'],
    ['of another unit', { parts: 'rate', whole: 'all' }, 'unit'],
    ['less than nothing', { parts: 'minus', whole: 'all' }, 'negative'],
  ])('is not %s', (_, attributes, fault) => {
    expect(faultsOf('Share', attributes as unknown as Record<string, string>, evidenceOf(own))).toContain(fault);
  });
});

describe('a span', () => {
  const own = telling(
    [figure('years', 8, '年'), figure('short', 3, '年'), figure('money', 3, '万元')],
    [
      milestone('hurt', '2009-08-20'),
      milestone('verdict', null),
      milestone('paid', '2017-10-27', { private: true }),
      milestone('once', '2009'),
      milestone('drive', '2016?/2020?', { basis: 'inferred', ground: '文中' }),
    ],
  );
  const evidence = evidenceOf(own);
  test('lies on a true axis; a step of which no date is known lies somewhere between the others', () => {
    const drawing = drawn('Span', { milestones: 'hurt verdict paid', length: 'years' }, evidence);
    if (drawing.kind !== 'span') throw new Error(drawing.kind);
    const [hurt, verdict, paid] = drawing.axis.events;
    expect([hurt?.shape, verdict?.shape, paid?.shape]).toEqual(['day', null, 'day']);
    expect([verdict?.x, verdict?.end]).toEqual([hurt?.x, expect.closeTo(paid?.x ?? 0, 0)]);
    expect(drawing.isPrivate).toBe(true);
    expect(drawing.alt).toContain('verdict（后来，日期不详）');
    const year = (label: string) => drawing.axis.ticks.find((tick) => tick.label === label)?.at ?? Number.NaN;
    expect((hurt?.x ?? 0) < year('2010') && year('2016') < (paid?.x ?? 0)).toBe(true);
  });
  test('of one thing that lasts is enough, and what is inferred is not drawn as known', () => {
    const drawing = drawn('Span', { milestones: 'drive' }, evidence);
    expect(drawing.kind === 'span' && drawing.axis.events[0]).toMatchObject({ shape: 'span', isDoubtful: true });
  });
  test.each([
    ['without a second date', { milestones: 'hurt verdict' }, 'dates'],
    ['with another length than its dates', { milestones: 'hurt paid', length: 'short' }, 'length'],
    ['with a length of money', { milestones: 'hurt paid', length: 'money' }, 'length-unit'],
  ])('is not drawn %s', (_, attributes, fault) => {
    expect(faultsOf('Span', attributes as unknown as Record<string, string>, evidence)).toEqual([fault]);
  });
});

describe('a place', () => {
  const topology = {
    type: 'Topology' as const,
    objects: {},
    arcs: [
      [
        [100, 30],
        [101, 30],
        [101, 31],
        [100, 31],
        [100, 30],
      ],
    ],
  };
  const shape = { viewBox: '0 0 320 320', d: '', isLine: false };
  const outline = { rings: [[0]], isLine: false };
  const map = layPlace(shape, outline as never, topology as never, {
    ...{ point: [100.5, 30.5], isRough: true },
    ...{
      seat: { name: '城关镇', point: [100.2, 30.2] },
      rivers: [
        {
          name: '大河',
          lines: [
            [
              [100, 30],
              [101, 31],
            ],
          ],
        },
      ],
    },
  });
  const place = { id: 'a', name: '上村', href: '/places/#a', within: ['某省', '某县', '某镇'], map };
  const evidence = evidenceOf(telling(), {}, { a: place, b: 'private', c: { ...place, map: { ...map, dot: null } } });
  test('is drawn within its county, with seat and river', () => {
    const drawing = drawn('PlaceCard', { place: 'a' }, evidence);
    expect(drawing.alt).toBe('上村在某省某县某镇、城关镇是驻地、大河流过。');
    expect(map.dot?.[0]).toBeGreaterThan(map.seat?.dot[0] ?? 0);
    expect(drawing.notes).toEqual(['圈是所在的乡镇，不是确切的位置。']);
  });
  test('of which nobody knows where it lies says so', () => {
    expect(drawn('PlaceCard', { place: 'c' }, evidence).notes).toEqual(['县里哪一处，没有查到可靠的坐标。']);
  });
  test('where private people live is on no map', () => {
    expect(faultsOf('PlaceCard', { place: 'b' }, evidence)).toEqual(['private']);
    expect(faultsOf('PlaceCard', { place: 'd' }, evidence)).toEqual(['id']);
  });
});
