import { expect, test } from 'vitest';
import {
  fileRow,
  filesJson,
  linkTo,
  manifestLine,
  manifestText,
  partsOf,
} from '../../../../src/lib/keeping/file-list.ts';

const FILE = { path: 'stories/a/index.html', bytes: 12, sha256: 'f'.repeat(64) };

test('a line of a manifest cannot be broken by a name', () => {
  expect(manifestLine('00', 'data/a b')).toBe('00  data/a b\n');
  expect(manifestLine('00', 'data/50%\r\n')).toBe('00  data/50%25%0D%0A\n');
});

test.each([
  ['index.html', false, '../'],
  ['index.html', true, '../index.html'],
  ['stories/a/index.html', false, '../stories/a/'],
  ['stories/a/index.html', true, '../stories/a/index.html'],
  ['media/码头 02?.jpg', false, '../media/%E7%A0%81%E5%A4%B4%2002%3F.jpg'],
  ['data/index.json', false, '../data/index.json'],
])('%s, with indexes named: %s, is linked as %s', (path, names, href) => expect(linkTo(path, names)).toBe(href));

test('a row is HTML whatever a file is called', () => {
  expect(fileRow({ ...FILE, path: 'a"<b>&.txt' }, false)).toBe(
    `<li><a href="../a%22%3Cb%3E%26.txt">a&quot;&lt;b&gt;&amp;.txt</a> <span>12</span> <code>${FILE.sha256}</code></li>`,
  );
});

test('the list as text and as data holds each file once, and is nothing without files', () => {
  expect(manifestText([FILE, { ...FILE, path: 'b' }])).toBe(`${FILE.sha256}  ${FILE.path}\n${FILE.sha256}  b\n`);
  expect(JSON.parse(filesJson([FILE, FILE]))).toEqual([FILE, FILE]);
  expect([manifestText([]), JSON.parse(filesJson([]))]).toEqual(['', []]);
});

test.each([
  [[], 10, [[]]],
  [['aa', 'bb', 'cc'], 4, [['aa', 'bb'], ['cc']]],
  [['long row', 'b'], 3, [['long row'], ['b']]],
  [['县', '县'], 5, [['县'], ['县']]],
])('rows %j in parts of %d bytes are %j', (rows, room, parts) => expect(partsOf(rows, room)).toEqual(parts));
