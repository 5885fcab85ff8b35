import { describe, expect, test } from 'vitest';
import type { StoredBlock } from '../../../src/lib/manuscript/blocks.ts';
import type { County, Mention, Practice, Story } from '../../../src/site/model.ts';
import { byNumberName, glossaryOf, hasPage, numberName, otherNames } from '../../../src/site/practices.ts';

const practice = (name: string, aliases: string[] = []) => ({ name, aliases });

describe('the number a practice is known by', () => {
  test.each([
    ['“331”工作机制', '331'],
    ['“6+1”帮扶机制', '6+1'],
    ['“3＋3＋5”联建联创新模式', '3+3+5'],
    ['四个不摘', '四个不摘'],
    ['“五单”管理', '五单管理'],
    ['两不愁三保障', '两不愁三保障'],
    ['扶贫专岗', null],
  ])('of %s is %s', (name, number) => expect(numberName(practice(name))).toBe(number));

  test('may stand in an alias', () => {
    expect(numberName(practice('五单管理法', ['5单']))).toBe('5');
  });

  test('orders digits before Han numerals, and tells twins apart', () => {
    const entries = byNumberName([
      practice('五单'),
      practice('“1+3”督导法'),
      practice('三比'),
      practice('“1+3”扶心行动'),
    ]);
    expect(entries.map(({ number, rest }) => number + rest)).toEqual(['1+3督导法', '1+3扶心行动', '三比', '五单']);
  });
});

const block = (text: string, kind: StoredBlock['kind'] = 'paragraph'): StoredBlock => {
  return { kind, depth: 0, text, marks: [], line: 1, column: 1 };
};
const county = (id: string) => ({ id, name: id }) as County;
const story = (slug: string, of: string) => ({ slug, county: county(of) }) as Story;
const mention = (of: Story) => ({ story: of, href: '', before: '', hit: '', after: '' }) as Mention;

describe('a page of its own', () => {
  const [short, long] = [block('短'.repeat(59)), block('长'.repeat(60))];
  const one = { id: 'two-books', blocks: [short], kinds: [], pictures: {} };
  const [a, b] = [mention(story('a', 'dong')), mention(story('b', 'dong'))];

  test.each<[string, boolean, Parameters<typeof hasPage>]>([
    ['is not for a sentence or two', false, [one, [a]]],
    ['is not for a story that tells of it twice', false, [one, [a, { ...a }]]],
    ['is not for what no story tells of', false, [one, []]],
    ['is for a text of some length', true, [{ ...one, blocks: [long] }, [a]]],
    ['is for two stories', true, [one, [a, b]]],
    ['is for background', true, [{ ...one, background: [{ text: '全国都有。', notFound: '两处' }] }, [a]]],
    ['is not for an empty list of background', false, [{ ...one, background: [] }, [a]]],
    ['is for a table', true, [{ ...one, kinds: ['table'] }, [a]]],
    ['is for a picture', true, [{ ...one, pictures: { 'a.jpg': {} } }, [a]]],
    ['is for headings', true, [{ ...one, blocks: [block('一', 'heading'), short] }, [a]]],
    ['is where the editors say so', true, [{ ...one, page: true }, []]],
    ['is not where the editors say so', false, [{ ...one, page: false, blocks: [long] }, [a, b]]],
    ['is for what has the id of something else in the page', true, [{ ...one, id: 'glossary', page: false }, [a]]],
    ['is for what has the id of a kind', true, [{ ...one, id: 'mechanism', page: false }, [a]]],
  ])('%s', (_, wanted, given) => expect(hasPage(...given)).toBe(wanted));
});

describe('the glossary', () => {
  const entry = (id: string, own = false) => ({ id, name: id, hasPage: own }) as Practice;
  const [dong, xi] = [county('dong'), county('xi')];
  const mentions = new Map([
    ['in-dong', [mention(story('a', 'dong'))]],
    ['paged', [mention(story('a', 'dong'))]],
    ['in-both', [mention(story('a', 'xi')), mention(story('b', 'dong'))]],
  ]);

  test('has each practice without a page once, under the first county that tells of it', () => {
    const all = [entry('in-dong'), entry('paged', true), entry('in-both'), entry('nowhere')];
    const groups = glossaryOf(all, mentions, [dong, county('nan'), xi]);
    expect(groups.map(({ county: of, entries }) => [of?.id, ...entries.map(({ practice: { id } }) => id)])).toEqual([
      ['dong', 'in-dong'],
      ['xi', 'in-both'],
      [undefined, 'nowhere'],
    ]);
  });

  test('is empty where every practice has a page', () => {
    expect(glossaryOf([entry('paged', true)], mentions, [dong])).toEqual([]);
  });
});

test('other names are those that say something else', () => {
  expect(otherNames(practice('“五扶”行动', ['五扶', '“五扶”', '滴灌 帮扶', '五扶行动']))).toEqual(['滴灌 帮扶']);
});
