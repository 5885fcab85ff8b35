import { describe, expect, test } from 'vitest';
import { LONG, take } from '../../../support/imported.ts';

const read = (text: string) => take('a.md', `# 两本账里的春天\n\n${LONG}\n\n${text}\n\n${LONG}\n`);
const between = async (text: string) => {
  const { article } = await read(text);
  const body = article.draft.slice(article.draft.indexOf('\n---\n') + 5).trim();
  return body.slice(LONG.length + 2, -LONG.length - 2);
};

describe('the structure of a Markdown file', () => {
  test.each([
    ['hard breaks', '山高路远，  \n他往前走。', '山高路远，\\\n他往前走。'],
    ['a table without pipes at its edges', '甲 | 乙\n--- | ---\n1 | 2', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |'],
    [
      'a table with more in one cell',
      '| 甲 | 乙 |\n| -- | -- |\n| 1<br>2 | 3 |',
      '| 甲           | 乙 |\n| ----------- | - |\n| 1<br />2 | 3 |',
    ],
    ['a quotation without a blank', '>引来的话。', '> 引来的话。'],
    ['a list that is set in', ' - 甲\n - 乙', '- 甲\n- 乙'],
    ['a list within a list', '- 甲\n  - 乙\n    1. 丙', '- 甲\n  - 乙\n    1. 丙'],
    ['a list that goes on from a number', '3. 丙\n4. 丁', '3. 丙\n4. 丁'],
    ['two lists', '- 甲\n\n* 乙', '- 甲\n\n* 乙'],
    ['a heading underlined', '小标题\n---', '## 小标题'],
    ['words that a rule stands under', `${LONG}${LONG}\n---`, `${LONG}${LONG}\n\n---`],
    ['a link by its name', '见[网页][1]。\n\n[1]: https://a.example/1 "题"', '见[网页](https://a.example/1 "题")。'],
    ['a note', '注[^1]在后。\n\n[^1]: 注里的话。', '注[^1]在后。\n\n[^1]: 注里的话。'],
    ['words between tags', '<center>居中的话。</center>', '居中的话。'],
    ['an indent of four blanks', '    缩进的一段话，不是代码。', '缩进的一段话，不是代码。'],
    ['code in a fence', '~~~\n原样\n~~~', '```\n原样\n```'],
  ])('%s', async (_, text, expected) => {
    expect((await between(text)).replace(/ +\|/g, ' |').replace(/-+(?= \|)/g, '-')).toBe(
      expected.replace(/ +\|/g, ' |').replace(/-+(?= \|)/g, '-'),
    );
  });

  test('what other programs write into it is told', async () => {
    const { told, blocks } = await read(
      '==高亮==的话，[[一页|见此]]，![[图 一.png]]\n\n<!-- 记得核对 -->\n\n[x]: https://a.example/2',
    );
    expect(told).toEqual(
      expect.arrayContaining([
        '改写的记号：==高亮==',
        '改写的记号：[[一页|见此]]',
        '改写的记号：![[图 一.png]]',
        '删去批注：<!-- 记得核对 -->',
        '没有用到的链接地址，没有收进文章：x https://a.example/2',
      ]),
    );
    expect(blocks[1]).toBe('高亮的话，见此，![待确认：图片说明](图%20一.png)');
  });

  test('a line that begins as a program does stays words', async () => {
    const { article } = await take(
      'a.txt',
      `标题在这里\n\n记者 张三\n\n${LONG}\n\nimport fs from 'fs'，他这样开头。\n`,
    );
    expect(article.draft).toContain("&#105;mport fs from 'fs'，他这样开头。");
  });
});
