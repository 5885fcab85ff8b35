import { expect, test } from 'vitest';
import { isBesideContent } from '../../../../src/editing/files/beside-content.ts';
import { REGISTERS } from '../../../../src/lib/schema/register-table.ts';

test('no register is taken for a file that only stands beside the archive', () => {
  const files = Object.values(REGISTERS).map(({ where }) => where.replace(/<[^>]*>/g, 'one'));
  expect(files.filter(isBesideContent)).toEqual([]);
  expect(['AUTHORS', 'authors.md', 'LICENSE', 'package.json'].every(isBesideContent)).toBe(true);
});
