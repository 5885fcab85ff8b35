import { describe, expect, test } from 'vitest';
import { sentenceAround } from '../../../src/lib/text/excerpts.ts';
import { clausesOf } from '../../../src/lib/text/titles.ts';
import { markOutside, nestPlaces, type Placed, placeTrail } from '../../../src/site/places.ts';

describe('words in their sentence', () => {
  const text = '第一句说别的。建安区的“331”机制，从三个面对面做起。后一句。';
  const at = text.indexOf('“331”');

  test('are shown with the sentence around them', () => {
    expect(sentenceAround(text, at, 5)).toEqual({
      before: '建安区的',
      hit: '“331”',
      after: '机制，从三个面对面做起。',
    });
  });

  test('are cut short with … where the sentence is long', () => {
    const { before, after } = sentenceAround(`${'长'.repeat(100)}词${'尾'.repeat(100)}`, 100, 1, 10);
    expect(before).toBe(`…${'长'.repeat(10)}`);
    expect(after).toBe(`${'尾'.repeat(10)}…`);
  });

  test('at the very start and end have nothing around them', () => {
    expect(sentenceAround('词', 0, 1)).toEqual({ before: '', hit: '词', after: '' });
  });
});

describe('places', () => {
  const place = (id: string, level: string, parent?: string) => ({ id, name: id, level, parent });

  test('nest by parent, towns first', () => {
    const tree = nestPlaces([
      place('g', 'group', 'v'),
      place('v', 'village', 't'),
      place('x', 'village'),
      place('t', 'township'),
    ]);
    expect(tree.map(({ id }) => id)).toEqual(['t', 'x']);
    expect(tree[0]?.children[0]?.children[0]?.id).toBe('g');
  });
});

describe('a title breaks', () => {
  test.each([
    ['一镇一基地，一村两项目', ['一镇一基地，', '一村两项目']],
    ['三本账 三面对', ['三本账', '三面对']],
    ['2021 年的打算', ['2021 年的打算']],
    ['脱贫攻坚', ['脱贫攻坚']],
  ])('%s only between clauses', (title, clauses) => expect(clausesOf(title)).toEqual(clauses));
});

describe('what a place lies in', () => {
  const places = [
    { id: 'town', name: '晏坝镇', level: 'township' },
    { id: 'village', name: '金龙村', level: 'village', parent: 'town' },
    { id: 'group', name: '1 组', level: 'group', parent: 'village' },
    { id: 'far', name: '郑州市', level: 'outside' },
  ];

  test('is named from the town down, and is nothing for a town', () => {
    expect(placeTrail(places, 'group')).toBe('晏坝镇金龙村');
    expect(placeTrail(places, 'town')).toBe('');
  });

  test('lies outside with what it lies in, or by its own word', () => {
    const marked = markOutside<Placed & { id: string; name: string }>([
      ...places,
      { id: 'court', name: '法院', level: 'site', parent: 'far' },
      { id: 'room', name: '法庭', level: 'site', parent: 'court' },
      { id: 'university', name: '大学', level: 'site', outside: true },
      { id: 'round', name: '圈', level: 'site', parent: 'round' },
    ]);
    expect(marked.flatMap(({ id, outside }) => (outside ? [id] : []))).toEqual(['far', 'court', 'room', 'university']);
    expect(nestPlaces(marked).map(({ id }) => id)).toEqual(['town', 'university', 'far']);
    for (const id of ['court', 'room', 'university']) expect(placeTrail(marked, id)).toBeNull();
    for (const id of ['town', 'village', 'group']) expect(placeTrail(marked, id)).not.toBeNull();
  });

  test('is null beyond the county', () => {
    expect(placeTrail(places, 'far')).toBeNull();
    expect(placeTrail(places, 'unknown')).toBeNull();
  });
});
