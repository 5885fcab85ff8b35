import { expect, test } from 'vitest';
import { inflectionsOf } from '../../../src/search/inflections.ts';

const KNOWN = 'secretaries first boxes classes planted planting plans process village used'.split(' ');

test.each([
  ['secretary', ['secretaries']],
  ['Secretary', ['secretaries']],
  ['box', ['boxes']],
  ['class', ['classes']],
  ['plant', ['planted', 'planting']],
  ['plants', ['planted', 'planting']],
  ['plan', ['plans']],
  ['planned', ['plans']],
  ['processes', ['process']],
  ['villages', ['village']],
  ['first', []],
  ['zzqqxx', []],
  ['as', []],
  ['2.5', []],
  ['秘书', []],
])('%s', (word, forms) => {
  expect(inflectionsOf(word, KNOWN)).toEqual(forms);
});
