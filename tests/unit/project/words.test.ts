import { describe, expect, test } from 'vitest';
import { sourcesOf } from '../../support/imports.ts';

/** Where what readers see is put together: their words come from #words, so that a site may speak another language. */
const ROOMS = /^src\/(?:components|layouts|pages|site)\//;

/** Chinese letters and the punctuation that goes with them. */
const CHINESE = /[\p{Script=Han}\u3001-\u3020\uff01-\uff5e]/u;

/** Lines that hold Chinese for a reason of their own, each with it. */
const MAY: readonly { file: RegExp; line: RegExp; because: string }[] = [
  {
    file: /^src\/site\//,
    line: /\b(?:refuse|Error)\(|\brefuse\b|读不到这个文件/,
    because: 'told to who runs the site, on the terminal',
  },
  {
    file: /^src\/site\/config\.ts$/,
    line: /写成|只能写|以 https: 或 mailto: 开头/,
    because: 'told to who runs the site',
  },
  { file: /^src\/site\/env-file\.ts$/, line: /plainError/, because: 'told to who runs the site' },
  {
    file: /^src\/site\/practices\.ts$/,
    line: /HAN_NUMERAL|HAN_ORDER|normalize|replace/,
    because: 'reads numbers written in Chinese',
  },
  {
    file: /^src\/site\/page-values\.ts$/,
    line: /^(?:站名|文章数|地方数|各地|年份|年数|报道年份|推定篇数):/,
    because: 'names by which an archive’s own pages ask for values',
  },
  { file: /^src\/site\/languages\.ts$/, line: /LANGUAGE_NAMES/, because: 'each language in its own words' },
  { file: /^src\/site\/citation\.ts$/, line: /./, because: 'follows GB/T 7714' },
  { file: /^src\/site\/stories\.ts$/, line: /province/, because: 'reads names of provinces' },
];

const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(?<=^|\s)\/\/.*$/gm, '');

function chineseIn(sources: ReadonlyMap<string, string>): string[] {
  return [...sources]
    .filter(([path]) => ROOMS.test(path))
    .flatMap(([path, text]) =>
      withoutComments(text)
        .split('\n')
        .flatMap((line, i) => (CHINESE.test(line) ? [{ path, line: line.trim(), number: i + 1 }] : [])),
    )
    .filter(({ path, line }) => !MAY.some((one) => one.file.test(path) && one.line.test(line)))
    .map(({ path, line, number }) => `${path}:${number} ${line}`);
}

const sources = sourcesOf('src');

describe('words that readers see', () => {
  test('are written in #words and nowhere else', () => expect(chineseIn(sources)).toEqual([]));

  test.each([
    ['src/components/planted.ts', "export const label = '全部';"],
    ['src/components/Planted.astro', '<p>全部文章</p>'],
    ['src/components/Planted.astro', "{names.join('、')}"],
    ['src/pages/planted.ts', "export const title = name + '：';"],
  ])('are found in %s: %s', (path, text) => {
    expect(chineseIn(new Map([[path, `/** 说明 */\n${text}`]]))).toHaveLength(1);
  });
});
