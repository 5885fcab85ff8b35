import { expect, test } from 'vitest';
import { leadOn } from '../../../../src/components/layout/lead-on.ts';

const AT = 'https://archive.example/stories/new/';

/** Where a reader comes who asks for an address that is kept. */
function led(
  from: { search?: string; hash?: string },
  link: { href?: string; paragraphs?: Record<string, string> } = {},
) {
  let to = '';
  const { href = AT, paragraphs } = link;
  const dataset = paragraphs ? { paragraphs: JSON.stringify(paragraphs) } : {};
  leadOn({ href, dataset } as unknown as HTMLAnchorElement, {
    ...{ search: from.search ?? '', hash: from.hash ?? '' },
    replace: (address) => {
      to = address;
    },
  });
  return to.replace(AT, '');
}

test.each([
  ['a paragraph of a story that was renamed, to itself', { hash: '#p-3' }, {}, '#p-3'],
  [
    'one of a story that went into another, to where it stands',
    { hash: '#p-3' },
    { paragraphs: { 'p-3': 'p-12' } },
    '#p-12',
  ],
  ['one that did not come along, to the head', { hash: '#p-4' }, { paragraphs: { 'p-3': 'p-12' } }, ''],
  ['any other place, to itself', { hash: '#source' }, { paragraphs: { 'p-3': 'p-12' } }, '#source'],
  ['words that were looked for, with them', { search: '?q=%E6%A1%A5', hash: '#p-3' }, {}, '?q=%E6%A1%A5#p-3'],
  ['what leads to a place of a page, to that place', { hash: '#p-3' }, { href: `${AT}#old` }, '#old'],
])('%s', (_, from, link, to) => expect(led(from, link)).toBe(to));
