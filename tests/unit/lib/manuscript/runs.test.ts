import { describe, expect, test } from 'vitest';
import { isAutolink, runsOf } from '../../../../src/lib/manuscript/runs.ts';
import { type Node, parseBody, walk } from '../../../../src/lib/manuscript/tree.ts';

function parse(body: string): Node {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return parsed.tree;
}
const runs = (body: string) => runsOf(parse(body), body);
const texts = (body: string) => runs(body).map(({ text }) => text);

describe('the words that are looked through', () => {
  test('are those of headings, paragraphs, items and cells', () => {
    expect(texts('## 甲\n\n乙\n\n- 丙\n\n| 丁 | 戊 |\n| - | - |\n| 己 | 庚 |')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
      '己',
      '庚',
    ]);
  });

  test('run on through marks, emphasis and links', () => {
    expect(texts('甲<Figure id="a">乙*丙*</Figure>[丁](/a/)戊')).toEqual(['甲乙丙丁戊']);
  });

  test('leave out code, pictures and bare addresses', () => {
    expect(texts('甲`乙`丙 https://x.cn/a 丁 www.x.cn 戊')).toEqual(['甲丙  丁  戊']);
    expect(texts('`乙`')).toEqual([]);
    expect(texts('![图](./a.jpg)')).toEqual([]);
  });
});

describe('a character of them', () => {
  test('has its place in the body, whatever stands before it', () => {
    const body = '甲*乙丙*<Figure id="a">丁</Figure>戊己';
    const [run] = runs(body);
    expect(run?.text).toBe('甲乙丙丁戊己');
    const found = Array.from('甲乙丙丁戊己', (_, index) => body[run?.offsetAt(index) ?? -1]);
    expect(found).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
  });

  test.each([
    ['by an entity', '甲&lt;乙*丙*'],
    ['after a backslash', '甲\\*乙*丙*'],
  ])('has none where it is written %s, and others have theirs', (_, body) => {
    const [run] = runs(body);
    expect(run?.text).toHaveLength(4);
    expect([0, 1, 2].map((index) => run?.offsetAt(index))).toContain(null);
    expect(body[run?.offsetAt(3) ?? -1]).toBe('丙');
  });

  test('has its node', () => {
    const [run] = runs('甲*乙*丙');
    const nodes = [0, 1, 2].map((index) => run?.nodeAt(index));
    expect(nodes).toMatchObject([{ value: '甲' }, { value: '乙' }, { value: '丙' }]);
  });

  test('is none beyond the end', () => {
    const [run] = runs('甲乙');
    expect(() => run?.offsetAt(2)).toThrow(/No character 2/);
    expect(() => run?.nodeAt(2)).toThrow(RangeError);
  });
});

describe('a bare address', () => {
  const link = (body: string) => {
    let found: Node | undefined;
    walk(parse(body), (node) => {
      if (node.type === 'link') found = node;
    });
    if (!found) throw new Error(`No link in ${body}`);
    return found;
  };

  test.each([
    '见 https://x.cn/a',
    '见 http://x.cn',
    '见 HTTPS://x.cn',
    '见 www.x.cn',
    '[mailto:a@x.cn](mailto:a@x.cn)',
  ])('is one that the parser made a link of: %s', (body) => expect(isAutolink(link(body))).toBe(true));

  test.each([
    '[甲](https://x.cn/)',
    '[见 https:](https://x.cn/)',
    '[](https://x.cn/)',
    '[`www.a`](/a/)',
    '[*甲*](/a/)',
  ])('is not one that has words of its own: %s', (body) => expect(isAutolink(link(body))).toBe(false));

  test('is a link, not a paragraph that begins like one', () => {
    expect(texts('https: 是开头')).toEqual(['https: 是开头']);
  });
});
