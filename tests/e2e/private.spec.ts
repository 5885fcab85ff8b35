import { readLists } from '../../src/editing/files/read-on-site.ts';
import { isOpen, privatePlaces } from '../../src/lib/privacy/open.ts';
import { filesTelling } from '../support/built-files.ts';
import { files, manuscripts } from '../support/content.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

// Whatever an archive has marked private is looked for in every file of its site.

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const anyOf = (texts: readonly string[]) => new RegExp(texts.map(literal).join('|'));
const hiddenOf = ({ data: { figures, milestones } }: (typeof manuscripts)[number]) => ({
  figures: figures.filter((figure) => !isOpen(figure)),
  milestones: milestones.filter((milestone) => !isOpen(milestone)),
});
const places = readLists(files, 'places').flatMap(({ rows }) => rows.map(({ row }) => row));

test('private figures and milestones are on the page of their story, and in no other file', async ({ build }) => {
  const telling = manuscripts.flatMap((story) => {
    const { figures, milestones } = hiddenOf(story);
    const words = [...figures.map(({ label }) => label), ...milestones.map(({ title }) => title)];
    const anchors = [...figures.map(({ id }) => `#f-${id}"`), ...milestones.map(({ id }) => `#m-${id}"`)];
    return words.length > 0 ? [{ story, words, anchors: anchors.map((anchor) => `${story.path}${anchor}`) }] : [];
  });
  given(telling[0], 'nothing that is private');
  for (const { story, words, anchors } of telling) {
    const page = `${story.path}index.html`;
    for (const text of words) expect.soft(filesTelling(build.folder, anyOf([text])), text).toContain(page);
    const elsewhere = filesTelling(build.folder, anyOf([...words, ...anchors])).filter((path) => path !== page);
    expect(elsewhere, story.slug).toEqual([]);
  }
});

test('private places have no entry, no line on a map and no address', async ({ build }) => {
  const hidden = [...privatePlaces(places)];
  given(hidden[0], 'no private place');
  const told = hidden.map((id) => `["#>]${id}["<]`).join('|');
  expect(filesTelling(build.folder, new RegExp(told))).toEqual([]);
});
