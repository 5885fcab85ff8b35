import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { putWords } from '../../../src/integrations/own-words.ts';

const SOURCE = `
/** A section. */
export const T = {
  skip: '跳到正文',
  count: (pages: number, hits: number) => \`\${pages} 篇，\${hits} 处\`,
  deep: { one: '一', 'two-words': '二' },
  other: (name: string) => name + '：',
} as const;
export const U = { skip: '不动' } as const satisfies Record<string, string>;
`;

/** The words as they are once the program has run. */
function made(own: Record<string, string>) {
  const program = stripTypeScriptTypes(putWords(SOURCE, own)).replaceAll('export const', 'const');
  return new Function(`${program}; return { T, U };`)();
}

test('an archive’s own words stand in place of ours, the others stay', () => {
  const { T, U } = made({
    'T.count': '共 {hits} 处（{pages} 篇）',
    'T.deep.one': '壹',
    'T.deep.two-words': '贰',
    'X.y': '无',
  });
  expect(T.count(2, 5)).toBe('共 5 处（2 篇）');
  expect([T.skip, T.deep.one, T.deep['two-words'], T.other('甲'), U.skip]).toEqual([
    '跳到正文',
    '壹',
    '贰',
    '甲：',
    '不动',
  ]);
});

test('they are words, whatever signs they hold', () => {
  const odd = ['`$', '{process.exit(1)}` \\ {nothing} $'].join('');
  expect(made({ 'T.skip': odd }).T.skip).toBe(odd);
  expect(made({ 'T.count': odd }).T.count(1, 2)).toBe(odd);
});

test('a key of the same name in another object is another key', () => {
  const { T, U } = made({ 'U.skip': '动' });
  expect([T.skip, U.skip]).toEqual(['跳到正文', '动']);
});
