import { expect, test } from 'vitest';
import { englishAnchor, englishPath, hasEnglish } from '../../../src/site/english.ts';
import { fieldsOf } from '../../../src/site/search-fields.ts';
import { siteStories } from '../../support/site-stories.ts';

const [model] = siteStories('tests/fixtures/content', '2027-01-01');
if (!model) throw new Error('The smallest archive has no story');
const en = { title: 'Two books', abstract: 'One spring in one village.' };

test('there is a page in English where a story is told in it, or the archive wrote one', () => {
  expect([hasEnglish([model], false), hasEnglish([model], true), hasEnglish([{ en }], false)]).toEqual([
    ...[false, true, true],
  ]);
});

test('a story stands there under its slug, unless the page has that id itself', () => {
  expect([englishPath({ slug: 'two-books', en }), englishPath(model), englishAnchor('main')]).toEqual([
    ...['/en/#two-books', null, 'story-main'],
  ]);
});

test('it is found by what is said of it in English, and by the English name of its county', () => {
  const fields = fieldsOf({ ...model, en });
  expect(fields).toMatchObject({ english: [en.title], abstract: [en.abstract] });
  expect(fields.county).toHaveLength(2 * model.counties.length);
  expect(fieldsOf(model)).not.toHaveProperty('english');
});
