import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '#words/story.ts';
import type { Source } from '../../../src/lib/schema/source.ts';
import { bylineText, citeStory, creditText, sourceDateText } from '../../../src/site/citation.ts';

const source: Source = {
  kind: 'newspaper',
  headline: null,
  publisher: '河南经济报',
  bylines: [
    { role: '记者', names: ['甲一'] },
    { role: '通讯员', names: ['乙二', '丙三'] },
  ],
  date: '2020-11-10/2020-12',
  extent: 'within',
  dateBasis: 'inferred',
};
const unknown: Source = {
  kind: 'newspaper',
  headline: null,
  publisher: null,
  bylines: [],
  date: null,
  dateBasis: 'stated',
};

describe('what is known of the original', () => {
  test('its authors with their roles', () => {
    expect(bylineText(source.bylines)).toBe('记者 甲一，通讯员 乙二、丙三');
    expect(bylineText([{ role: null, names: ['甲一'] }])).toBe('甲一');
    expect(bylineText([])).toBe(UNKNOWN.byline);
  });

  test('its day, as certain as it is known', () => {
    expect(sourceDateText(source)).toBe('2020 年 11 月 10 日至 12 月间（据文意推定）');
    expect(sourceDateText(unknown)).toBe(UNKNOWN.date);
  });

  test('in one line, whether retold or printed in full', () => {
    expect(creditText(source, 'retold')).toBe('据《河南经济报》甲一、乙二、丙三报道改写');
    expect(creditText(unknown, 'full')).toBe(`据${UNKNOWN.byline}报道全文刊出`);
  });
});

test('a story is cited by GB/T 7714', () => {
  const url = 'https://example.org/stories/a/';
  expect(citeStory({ title: '两本账', published: '2026-12-01' }, url)).toBe(
    `两本账［N/OL］．县域纪事，2026-12-01．${url}．`,
  );
  expect(citeStory({ title: '两本账', subtitle: '一个春天', published: '2026-12-01' }, url)).toContain(
    '两本账：一个春天［N/OL］．',
  );
});
