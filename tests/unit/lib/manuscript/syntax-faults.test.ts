import { describe, expect, test } from 'vitest';
import { explainSyntaxError } from '../../../../src/lib/manuscript/syntax-faults.ts';
import { parseBody } from '../../../../src/lib/manuscript/tree.ts';

/** What an editor is told of a body that cannot be read, as `line:column rule message → cure`. */
function fault(body: string): string {
  const parsed = parseBody(body);
  if (!('finding' in parsed)) throw new Error(`Nothing is wrong with ${body}`);
  const { line, column, rule, message, cure } = parsed.finding;
  return `${line}:${column} ${rule} ${message} → ${cure}`;
}

const SMALLER = /正文里的“<”会被当成标签 → 小于号写成 ＜/;
const ADDRESS = /网址不能写在尖括号里 → 去掉尖括号/;
const NOT_CLOSED = /有一个标签没有写结束标签.* → 在同一段里写上/;
const NOT_OPENED = /有一个结束标签没有对应的开始标签 → 删掉它/;
const BRACE = /正文里的“\{”会被当成代码 → 大括号写成全角/;
const COMMENT = /不能用 <!-- --> 写批注 → 删掉批注/;

describe('markup that cannot be read', () => {
  test.each([
    ['a comment', '<!-- 批注 -->', '1:1', COMMENT],
    ['a comment in a sentence', '甲 <!-- 批注 -->', '1:3', COMMENT],
    ['a tag never opened', '开头</Note>', '1:3', NOT_OPENED],
    ['a tag closed by another', '<Note>甲</Aside>', '1:8', NOT_OPENED],
    ['a component never closed', '甲\n\n<Note>开头', '3:1', NOT_CLOSED],
    ['a component across paragraphs', '<Note>\n甲\n\n乙', '1:1', NOT_CLOSED],
    ['a plain element never closed', '甲 <em>乙', '1:3', NOT_CLOSED],
    ['a tag without a name', '<>甲', '1:1', NOT_CLOSED],
    ['a brace', '他说{好', '1:3', BRACE],
    ['what is no expression', '{1+}', '1:4', BRACE],
    ['a smaller-than sign', 'PM2.5<35', '1:6', SMALLER],
    ['a smaller-than sign before Chinese', '甲<乙', '1:2', SMALLER],
    ['half a tag of no component', '<div', '1:1', SMALLER],
    ['curly quotes in a plain element', '<em id=“a”>甲</em>', '1:1', SMALLER],
    ['Chinese and a sign in angle brackets', '<通知@x>', '1:1', SMALLER],
    ['a brace in a line with an address further on', '他说{好 <https://x.cn/>', '1:3', BRACE],
    ['a smaller-than sign before a tag further on', '甲<，乙 <Note>丙</Note>', '1:2', SMALLER],
    ['an address', '<https://x.cn/>', '1:1', ADDRESS],
    ['an address further on', '甲\n\n乙 <https://x.cn/>', '3:3', ADDRESS],
    ['an address in capitals', '<HTTPS://x.cn/>', '1:1', ADDRESS],
    ['an address of some other scheme', '<a+b.c-d1:x>', '1:1', ADDRESS],
    ['a mail address', '<a@x.cn>', '1:1', ADDRESS],
    ['a mail address of several parts', '甲<a.b+c-d@x.cn>', '1:2', ADDRESS],
  ])('is explained at its place: %s', (_, body, place, words) => {
    expect(fault(body)).toMatch(new RegExp(`^${place} markup-syntax ${words.source}`));
  });

  test.each([
    ['curly quotes', '<Milestone id=“began”>甲</Milestone>', '1:1', 'Milestone'],
    ['no quotes', '甲<Figure id=1>', '1:2', 'Figure'],
    ['a quote never closed', '<Note id="x>甲</Note>', '1:1', 'Note'],
    ['a slash in the middle', '<Note/ x>', '1:1', 'Note'],
  ])('is a component written wrong: %s', (_, body, place, name) => {
    expect(fault(body)).toMatch(new RegExp(`^${place} markup-syntax <${name}> 的写法不对 → 属性写成 id="…"`));
  });

  test('is a smaller-than sign where the name of a component only begins', () => {
    expect(fault('<Notes =>甲')).toMatch(SMALLER);
    expect(fault('甲<Note')).toMatch(SMALLER);
  });

  test('is a line break without its slash', () => {
    expect(fault('甲<br>乙')).toBe('1:2 markup-syntax <br> 少了斜线 → 写成 <br />');
  });

  test.each([
    ['<通知>已经', '通知'],
    ['<通-知2>已经', '通-知2'],
    ['<A股>已经', 'A股'],
  ])('is a title in angle brackets: %s', (body, name) => {
    expect(fault(body)).toMatch(new RegExp(`^1:1 markup-syntax “<${name}>”会被当成标签 → 书名号写成《》`));
  });

  test.each([
    ['<hr>', 'hr'],
    ['<img src="./a.jpg">', 'img'],
    ['<x-frame>', 'x-frame'],
    ['<Note.x>', 'Note.x'],
    ['<h2>', 'h2'],
    ['<constructor>', 'constructor'],
  ])('is a tag that is not allowed anyway: %s', (body, name) => {
    expect(fault(body)).toMatch(
      new RegExp(`^1:1 component-unknown 不允许的标签 <${name.replace('.', '\\.')}> → 删掉它；图片写成 !\\[`),
    );
  });

  test('is shown at the top where the parser says nothing that is known', () => {
    expect(explainSyntaxError('Out of ink', '甲\n乙')).toEqual({
      line: 1,
      column: 1,
      rule: 'markup-syntax',
      message: expect.stringMatching(/^正文的标记有误/),
      cure: expect.stringMatching(/编辑手册/),
    });
    expect(explainSyntaxError('20:31: Out of ink', '甲')).toMatchObject({ line: 20, column: 31 });
    expect(explainSyntaxError('In line 2:3: Out of ink', '甲')).toMatchObject({ line: 1, column: 1 });
  });
});
