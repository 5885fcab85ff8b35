import { describe, expect, test } from 'vitest';
import { licenceFault, noticesOf, type Shipped } from '../../../../src/lib/licences/notices.ts';

const shipped = (own: Partial<Shipped>): Shipped => ({
  name: 'some-package',
  version: '1.0.0',
  licence: 'MIT',
  author: '',
  home: null,
  text: 'Copyright (c) Somebody. Permission is hereby granted.',
  ...own,
});

describe('a licence', () => {
  test.each(['MIT', 'ISC', 'BSD-2-Clause', 'mit', '(MIT OR Apache-2.0)', 'MIT AND Apache-2.0'])(
    '%s may be shipped',
    (licence) => expect(licenceFault(shipped({ licence }))).toBeNull(),
  );

  test.each([
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'GPL-3.0-only AND (MIT OR ISC)',
    'MIT OR GPL-3.0-only',
    'Apache-2.0 WITH LLVM-exception',
    'SEE LICENSE IN LICENSE.md',
    'UNLICENSED',
    'Hippocratic-2.1',
  ])('%s is told', (licence) => expect(licenceFault(shipped({ licence }))).toContain(licence));

  test('that somebody has read may be shipped by that package alone', () =>
    expect(licenceFault(shipped({ name: 'react-leaflet', licence: 'Hippocratic-2.1' }))).toBeNull());

  test('without a text or a name is told', () => {
    expect(licenceFault(shipped({ text: '' }))).toBe('没有许可原文');
    expect(licenceFault(shipped({ licence: '' }))).toBe('没有写明许可');
  });
});

test('packages with the same text have one notice, in the same order whatever order they came in', () => {
  const all = [
    shipped({ name: 'b', home: 'https://example.org/one' }),
    shipped({ name: 'c', text: 'Another text', author: 'Somebody Else' }),
    shipped({ name: 'a', home: 'https://example.org/one' }),
    shipped({ name: 'd', licence: 'ISC' }),
  ];
  const notices = noticesOf(all);
  expect(notices.map(({ packages }) => packages.map(({ name }) => name).join(' '))).toEqual(['a b', 'c', 'd']);
  expect(notices[0]?.homes).toEqual(['https://example.org/one']);
  expect(noticesOf(all.toReversed())).toEqual(notices);
});

test('whose it is, is said once: by the text, or else by the page', () => {
  const [first, second] = noticesOf([
    shipped({ name: 'a', author: 'Somebody' }),
    shipped({ name: 'b', author: 'Somebody Else', text: 'Do what you like.' }),
  ]);
  expect(first?.authors).toEqual([]);
  expect(second?.authors).toEqual(['Somebody Else']);
});
