import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { QUALIFIERS } from '../../../../src/lib/qualifiers/qualifiers.ts';

const good = readContent('tests/fixtures/content');
const TEXT = '全村 <Figure id="households">32168 户</Figure>都记';
const DATA = 'value: 32168, unit: 户, asOf';

/** What is wrong once the sample story states its households in these words, and holds these data. */
function problems(words: string, data = DATA) {
  const files = good.map((file) => ({ ...file, text: file.text.replace(TEXT, words).replace(DATA, data) }));
  return checkContent(files, { day: '2027-01-01' }).filter(({ rule }) => /^figure|^qualifier|^list|^field/.test(rule));
}
const marked = (words: string) => `全村 <Figure id="households">${words}</Figure>都记`;

/** Words for each qualifier, and the same number with the next one’s. */
const SAID: Record<(typeof QUALIFIERS)[number], string> = {
  余: '20 余户',
  多: '20 多户',
  近: '近 20 户',
  约: '约 20 户',
  左右: '20 户左右',
  超: '超 20 户',
  逾: '逾 20 户',
  至少: '至少 20 户',
  以上: '20 户以上',
  以下: '20 户以下',
  不足: '不足 20 户',
  等: '20 户等',
};
const data = (qualifier?: string) => `value: 20, unit: 户, ${qualifier ? `qualifier: ${qualifier}, ` : ''}asOf`;

describe.each(QUALIFIERS)('%s', (qualifier) => {
  test('in words and data alike is fine', () => expect(problems(marked(SAID[qualifier]), data(qualifier))).toEqual([]));

  test('is missed in the data, with line and cure', () => {
    const [problem] = problems(marked(SAID[qualifier]), data());
    expect(problem).toMatchObject({ rule: 'figure-mismatch', line: 32 });
    expect(problem?.message).toContain(`数据少了 qualifier: ${qualifier}`);
    expect(problem?.cure).toBeTruthy();
  });

  test('is missed in the words', () => {
    expect(problems(marked('20 户'), data(qualifier))[0]?.message).toContain(`正文少了“${qualifier}”`);
  });

  test('is no other', () => {
    const other = QUALIFIERS.find((one) => one !== qualifier) ?? '';
    expect(problems(marked(SAID[qualifier]), data(other))[0]?.message).toContain(
      `正文是“${qualifier}”，数据的 qualifier 是 ${other}`,
    );
  });
});

test('two that print puts together are both in the data', () => {
  expect(problems(marked('约 20 余户'), data('[约, 余]'))).toEqual([]);
  expect(problems(marked('约 20 余户'), data('余'))[0]?.message).toContain('[余, 约]');
});

test('a word that is none is refused with the list', () => {
  expect(problems(marked('20 户'), data('大概'))[0]?.message).toContain('以上、以下、不足');
});

describe('a qualifier outside the mark', () => {
  test.each([
    ['至少 <Figure id="households">20 户</Figure>都记', '至少'],
    ['不少于<Figure id="households">20 户</Figure>', '至少'],
    ['至少另有<Figure id="households">20 户</Figure>', '至少'],
    ['近 <Figure id="households">20 户</Figure>', '近'],
    ['不足<Figure id="households">20 户</Figure>', '不足'],
    ['<Figure id="households">20 户</Figure>以上都记', '以上'],
    ['<Figure id="households">20 户</Figure>左右', '左右'],
  ])('%s', (words, qualifier) => {
    const [problem] = problems(`全村${words}`, data());
    expect(problem).toMatchObject({ rule: 'qualifier-outside', line: 32 });
    expect(problem?.message).toContain(qualifier);
    expect(problem?.cure).toContain('<Figure id="households">');
  });

  test.each([
    '附近 <Figure id="households">20 户</Figure>都记',
    '契约 <Figure id="households">20 户</Figure>',
    '<Figure id="households">20 户</Figure>多次搬家',
    '<Figure id="households">20 户</Figure>等着',
    '说得多：<Figure id="households">20 户</Figure>',
    '用处不少，<Figure id="households">20 户</Figure>',
  ])('is none in %s', (words) => expect(problems(`全村${words}`, data())).toEqual([]));
});

describe('a list that goes on', () => {
  const said = (words: string) => problems(TEXT, DATA).length + problems(`${words}。${TEXT}`).length;
  test.each([
    '支出有种子、化肥、农药等，还有六项没有写',
    '支出有种子、化肥、农药……一共三项',
    '列出三样：种子、化肥、农药等',
    '支出有种子、化肥、农药等。这 3 项都记',
  ])('is not counted: %s', (words) => expect(said(words)).toBe(1));
  test.each([
    '支出有种子、化肥、农药等 6 项',
    '支出有种子、化肥、农药，还有三项没有写',
    '支出有种子、化肥、农药等，一共记了八项',
    '支出有种子、化肥、农药等',
    '来的有张、王、李等三家',
  ])('may be told to be whole: %s', (words) => expect(said(words)).toBe(0));
});
