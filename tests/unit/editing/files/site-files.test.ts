import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findSiteFiles } from '../../../../src/editing/files/site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-files-'));
mkdirSync(join(folder, 'site'));
afterAll(() => rmSync(folder, { recursive: true }));

const told = (field: string, path: string, text?: string) => {
  if (text !== undefined) writeFileSync(join(folder, path), text);
  return findSiteFiles(folder, [{ path: 'site.yaml', text: `name: 试\n${field}: ${path}\n` }]).map(
    ({ line, message }) => `${line} ${message}`,
  );
};
const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

test('a file that is not there is told where it is named', () =>
  expect(told('logo', 'site/none.svg')).toEqual(['2 没有 site/none.svg 这个文件']));

test('a plain drawing will do', () => expect(told('logo', 'site/a.svg', svg('<path d="M0 0"/>'))).toEqual([]));

test.each([
  '<script>alert(1)</script>',
  '<path onload="alert(1)"/>',
  '<path style="fill:red"/>',
  '<style>path{fill:red}</style>',
  '<use xlink:href="#a"/>',
  '<image href="https://example.org/a.png"/>',
  '<foreignObject/>',
])('in every page there is no %s', (inner) => {
  expect(told('logo', 'site/b.svg', svg(inner))).toEqual([expect.stringMatching(/^2 site\/b\.svg 不能放进页面/)]);
});

test('an icon is a file of its own, and may have styles but no program', () => {
  expect(told('icon', 'site/c.svg', svg('<style>path{fill:red}</style>'))).toEqual([]);
  expect(told('icon', 'site/d.svg', svg('<script>alert(1)</script>'))).toHaveLength(1);
});

test('what is no drawing is told', () => expect(told('logo', 'site/e.svg', 'PNG')).toHaveLength(1));
