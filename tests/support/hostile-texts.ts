import { randomFrom } from './random.ts';

/** A text that no writer wrote: what it is made of, and how to make as much of it as is wanted. */
export interface HostileText {
  name: string;
  /** @param size about as many bytes of UTF-8 */
  make: (size: number) => string;
}

const repeated = (piece: string): HostileText => ({
  name: JSON.stringify(piece),
  make: (size) => piece.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(piece)))),
});

/** Lines that count: keys, ids, labels that are all different. */
const counted = (name: string, line: (index: number) => string): HostileText => ({
  name,
  make: (size) => {
    const lines: string[] = [];
    for (let bytes = 0, i = 0; bytes < size; i++) {
      const next = line(i);
      bytes += Buffer.byteLength(next);
      lines.push(next);
    }
    return lines.join('');
  },
});

/** One thing in another, opened first and then closed, or never. */
const nested = (open: string, close: string, inside = '字'): HostileText => ({
  name: `${JSON.stringify(open)} in itself${close === '' ? ', never closed' : ''}`,
  make: (size) => {
    const depth = Math.max(1, Math.floor((size - inside.length) / (open.length + close.length)));
    return open.repeat(depth) + inside + close.repeat(depth);
  },
});

/** One of a thing, and then the same thing for ever: what looks for an end looks to the end. */
const opened = (open: string, rest: string): HostileText => ({
  name: `${JSON.stringify(open)} and then ${JSON.stringify(rest)}`,
  make: (size) => open + rest.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(rest)))),
});

const ASCII = Array.from({ length: 33 }, (_, i) => '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ '[i] ?? ' ');
const CJK = [...'，。、；：？！“”‘’（）《》〈〉【】〔〕「」—…·～％＜｛｜＃　'];
const PLAIN = ['a', 'A', '1', '字', 'é', '𠮷', '\n', '\n\n', '\t', '\u00a0', '\u200b', '\u0301', 'ﷺ', '👩‍👩‍👧', '\r\n'];

/** Every sign, and every two of them. */
export const SIGNS: readonly HostileText[] = [...ASCII, ...CJK, ...PLAIN].map(repeated);
export const PAIRS: readonly HostileText[] = ASCII.flatMap((a) => [...ASCII, 'a', '字', '1', '\n'].map((b) => repeated(a + b)));

/** Three and four signs at random, the same for the same seed. */
export function randomTexts(count: number, seed = 1): HostileText[] {
  const random = randomFrom(seed);
  const signs = [...ASCII, ...ASCII, 'a', '字', '1', '\n', '\n\n', '    ', '<a', '](', '![', '[^1]', '- ', '1. ', '> ', '**', '~~', '```'];
  const pick = () => signs[Math.floor(random() * signs.length)] ?? '';
  return Array.from({ length: count }, (_, i) => repeated(Array.from({ length: 3 + (i % 3) }, pick).join('')));
}

/** What Markdown, MDX and their readers make something of. */
export const STRUCTURES: readonly HostileText[] = [
  ...[
    '- ', '1. ', '* * * ', '* ', '> ', '>', '>- ', '- > ', '- - 1. ', '+ a\n', '- a\n', '- a\n\n', '1. a\n', '10) a\n', '> a\n', '> a\n\n',
    '[^1]', '[^a]: 注\n\n', '[a]: b\n', '[a]: <b> "c"\n', '[a][b]', '[a]', '[a](b)', '![a](b)', '](', '![', '[a](<', '[[a](b)', '[a](b "',
    '<a', '<a>', '</a>', '<a/>', '<a b="', '<!--', '-->', '<!-- a -->', '<![CDATA[', '<?a', '<!A ', '<https://a.b>', '<Note>', '</Note>',
    '<Note>a</Note>', '<Figure id="a">1 户</Figure>', '<Milestone id="a"/>', '<Place id="', '<constructor/>', '<a {...b} ', '<a b={', '<>', '</>',
    '&', '&amp;', '&#x41;', '&#', '&a', '\\', '\\\n', '\\[', '~~', '~~a', '~a~', '|', '|a', '| a | b |\n', '|-|-|\n', 'a|b\n-|-\n', '*a_', '*a', '**a', '***a', '_a*', '*a**', '**a*b**', '_a_', '__a', '*_', '**字。**字',
    '`', '``', '`a', 'a`b``c```', '```\n', '~~~\n', '```a\n```\n', '    a\n', '\ta\n', '---\n', '***\n', '===\n', 'a\n===\n', 'a\n---\n', '# ', '# a\n', '## a\n\n', '####### a\n',
    '{', '}', '{}', '{a}', '{{', '{/*', '{`', '{"', "{'", '{a:', '${', 'import a\n', 'export a\n', 'import a from "b"\n\n', 'export const a = 1\n\n',
    'https://', 'http://a.b/', 'www.', 'a@b.c ', 'mailto:a', 'https://a.b/(', '2020-02-', '2020-02-02 ', '1,', '1,000', '1,000,', '1.', '1:1', '12345678', '1 万', '一', '一.', '百', '余', '1至', '患', '患病', '1 户', '5%—', '13800000000 ',
    '字\n', '字\n\n', '字，', '字。', '字.', '字,字', '"字', '（字', '(字', '字--字', '字...', '~字', '待确认', '待确认\n', '本报讯（记者 张三）', '记者 张三\n', '——字\n', '一、字\n', '第一章 字\n', '2020年1月1日\n', '来源：字\n', '（张三）\n',
    '<<<<<<< ', '=======\n', '<p>', '<div>', '<b>', '<b>字</b>', '<p>字', '<table><tr><td>', '<td>', '<li>', '<ul><li>', '<a href="b">字</a>', '<script>', '<style>', '<svg>', '<br>', '<img src=a>', '<h1>字</h1>', '<p>字</p>', '<select>', '<template>', '<form>', '<font>', '<x y=z ', '&lt;', '<blockquote>',
    'a: b\n', 'a: b, ', '- a: b\n', '? ', '? a\n', ': ', ': a\n', '!!', '!!a ', '!a ', '&a ', '*a ', '&a *a ', '%', '% a\n', '@', '--- a\n', '...\n', '"', "'", '""', "''", '"\\', '|\n', '>-\n', '| a\n', '[a, ', '{a: ', '{a, ', '[[', '[{', '{a: [', ', ', '"a": ', "'a': ", '- ? ', '-\n', ' -', ' \n', 'a:\n a:\n', '<<: ', '#', ' #', '# a\n', 'a #b ', '__proto__: ', 'constructor: a\n', '\\u0041', 'null\n', '~\n', '1e9', '0x', '2020-02-02\n',
  ].map(repeated),
  ...[['[', ']'], ['(', ')'], ['{', '}'], ['<Note>', '</Note>'], ['<Aside>\n\n', '\n\n</Aside>'], ['**', '**'], ['*', '*'], ['_a *', '* a_'], ['![', '](b)'], ['[', '](b)'], ['<b>', '</b>'], ['<div>', '</div>'], ['<ul><li>', '</li></ul>'], ['<table><tr><td>', '</td></tr></table>'], ['"', '"'], ['“', '”'], ['（', '）'], ['{a: ', '}'], ['[a, ', ']'], ['<span>', '</span>'], ['<font><p>', '</p></font>']].flatMap(([open = '', close = '']) => [nested(open, close), nested(open, '')]),
  ...[['[', 'a'], ['[', '字'], ['(', 'a'], ['[a](', 'a'], ['[a](<', ' '], ['`', 'a'], ['```\n', 'a\n'], ['<a', ' '], ['<a ', 'b '], ['<a b="', 'c'], ['<!--', '-'], ['{', 'a'], ['{', '\n'], ['{/*', '*'], ['*', 'a'], ['**', '字'], ['~~', 'a'], ['|', 'a'], ['# ', '#'], ['# ', ' '], ['- ', ' '], ['1', '1'], ['&', 'a'], ['&#', '1'], ['\\', 'a'], ['[a]: ', 'b'], ['[a]: b "', 'c'], ['[^', 'a'], ['[^1]: ', '字'], ['https://', 'a'], ['https://a.b/', ')'], ['a', '@'], ['字', ' '], ['字.', ' '], ['字', '.'], ['字', '-'], ['1', ','], ['1', ',000'], ['1', '万'], ['1', '.1'], ['患', '字'], ['"', 'a'], ["'", 'a'], ['"', '\\'], ['"', '\n'], ['|\n', ' a\n'], ['>\n', ' a\n'], ['- |\n', '  a\n'], ['&a ', 'a'], ['!', 'a'], ['? ', 'a'], ['# ', 'a'], ['a: ', 'b'], ['a: ', ' '], ['a: |\n', ' b\n'], ['a: "', 'b '], ['a:\n', ' '], ['<script>', 'a'], ['<style>', '<'], ['<textarea>', '<a>'], ['<plaintext>', '<a>'], ['<table>', 'a<b>'], ['<table>', '<b>'], ['<p>', '<i>'], ['<a href="', '&'], ['<title>', '_'], ['<title>', ' '], ['---\n', 'a: b\n'], ['+++\n', 'a = b\n'], ['title: a\n', 'b: c\n'], ['title: a\n', ' \n']].map(([open = '', rest = '']) => opened(open, rest)),
  counted('ids that are all different', (i) => `<Figure id="a${i}">${i} 户</Figure>，`),
  counted('marks, a paragraph each', (i) => `<Figure id="a${i}">${i} 户</Figure>。\n\n`),
  counted('notes that are all different', (i) => `字[^${i}]\n\n[^${i}]: 注\n\n`),
  counted('definitions that are all different', (i) => `[a${i}]: b\n`),
  counted('references that are all different', (i) => `[a${i}] `),
  counted('links that are all different', (i) => `[字](/stories/a${i}/) `),
  counted('anchors that are all different', (i) => `[字](#f-a${i})\n\n`),
  counted('pictures that are all different', (i) => `![字](./a${i}.jpg)\n\n`),
  counted('headings, one deeper and back', (i) => `${'#'.repeat((i % 6) + 1)} 字${i}\n\n`),
  counted('tags that are all different', (i) => `<a${i}>`),
  counted('attributes that are all different', (i) => (i === 0 ? '<Note ' : `a${i}="b" `)),
  counted('lists, each deeper', (i) => `${'  '.repeat(i)}- 字\n`),
  counted('quotes, each deeper', (i) => `${'> '.repeat(i)}字\n`),
  counted('backticks, each run longer', (i) => `字${'`'.repeat(i + 1)}`),
  counted('keys that are all different', (i) => `k${i}: 字\n`),
  counted('keys in a row', (i) => (i === 0 ? '{' : `k${i}: 字, `)),
  counted('one key over and over', () => 'title: 字\n'),
  counted('keys, each deeper', (i) => `${' '.repeat(i)}k:\n`),
  counted('lists of fields, each deeper', (i) => `${' '.repeat(i)}- \n`),
  counted('names doubled and doubled again', (i) => (i === 0 ? 'k0: &k0 [字, 字]\n' : `k${i}: &k${i} [*k${i - 1}, *k${i - 1}, *k${i - 1}]\n`)),
  counted('anchors that are all different, in fields', (i) => `k${i}: &a${i} 字\n`),
  counted('merges', (i) => `k${i}: &a${i}\n  <<: *a${Math.max(0, i - 1)}\n`),
  counted('documents', (i) => `---\nk: ${i}\n`),
  counted('wide table', (i) => (i < 2000 ? '| 字 ' : i === 2000 ? '|\n' : i < 4001 ? '|---' : i === 4001 ? '|\n' : '| 字 ')),
  counted('texts with a credit each', (i) => `标题${i}\n记者 张三\n本报讯（记者 李四）今天，字字字字。\n\n`),
  counted('short lines of one length', (i) => `${String(i % 10).repeat(40)}\n`),
  counted('words parted by tabs', (i) => `甲${i}\t乙\t丙\n`),
  counted('sentences', (i) => `这是第${i}句，说的是村里的事情，和前一句一样长。\n\n`),
];
