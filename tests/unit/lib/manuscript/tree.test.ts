import { describe, expect, test } from 'vitest';
import {
  attribute,
  isElement,
  type Node,
  parseBody,
  positionOf,
  splitManuscript,
  textOf,
  walk,
} from '../../../../src/lib/manuscript/tree.ts';

function parse(body: string): Node {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return parsed.tree;
}

function nodes(body: string): { node: Node; parents: string[] }[] {
  const found: { node: Node; parents: string[] }[] = [];
  walk(parse(body), (node, parents) => found.push({ node, parents: parents.map(({ type }) => type) }));
  return found;
}

const fault = (body: string) => {
  const parsed = parseBody(body);
  return 'finding' in parsed ? parsed.finding : null;
};

describe('a manuscript', () => {
  test('is fields and a body whose lines count as in the file', () => {
    expect(splitManuscript('---\na: 1\nb: 2\n---\n\n甲\n---\n乙')).toEqual({
      frontmatter: 'a: 1\nb: 2',
      body: '\n\n\n\n\n甲\n---\n乙',
    });
  });

  test.each([
    ['ends after its fields', '---\na: 1\n---', { frontmatter: 'a: 1', body: '\n\n' }],
    ['has blanks after the second line of dashes', '---\na: 1\n--- \t\n甲', { frontmatter: 'a: 1', body: '\n\n\n甲' }],
    ['has an empty line for fields', '---\n\n---\n甲', { frontmatter: '', body: '\n\n\n甲' }],
    [
      'has dashes in its fields',
      '---\na: ---\n---b: 1\n---\n甲',
      { frontmatter: 'a: ---\n---b: 1', body: '\n\n\n\n甲' },
    ],
  ])('that %s is one all the same', (_, source, parts) => expect(splitManuscript(source)).toEqual(parts));

  test.each([
    ['there are none', '甲'],
    ['they never end', '---\na: 1\n甲'],
    ['they begin later', '\n---\na: 1\n---\n甲'],
    ['they begin after words', '甲---\na: 1\n---\n甲'],
    ['their first line has a blank', '--- \na: 1\n---\n甲'],
    ['their last line is set in', '---\na: 1\n ---\n甲'],
  ])('has no fields where %s', (_, source) => expect(splitManuscript(source)).toBeNull());
});

describe('a body', () => {
  const quotes = (levels: number) => `${'>'.repeat(levels)} 甲`;

  test('of many levels is read, and of endlessly many refused where they lie too deep', () => {
    expect(fault(quotes(57))).toBeNull();
    expect(fault(quotes(58))).not.toBeNull();
    expect(fault(`甲\n\n${quotes(60)}`)).toEqual({
      line: 3,
      column: expect.any(Number),
      rule: 'markup-deep',
      message: expect.stringMatching(/太深了/),
      cure: '减少层数',
    });
    expect(fault(quotes(60))?.column).toBeGreaterThan(50);
  });

  test('that breaks the parser by its depth is refused as too deep', () => {
    expect(fault(quotes(20_000))).toMatchObject({ line: 1, rule: 'markup-deep' });
  });

  test('has straight quotes where they were typed: none is bent', () => {
    expect(textOf(parse('他说"好"...'))).toBe('他说"好"...');
  });

  test('is visited parents first, each with the way that leads to it', () => {
    expect(nodes('甲*乙*\n\n丙').map(({ node, parents }) => [...parents, node.type].join(' '))).toEqual([
      'root',
      'root paragraph',
      'root paragraph text',
      'root paragraph emphasis',
      'root paragraph emphasis text',
      'root paragraph',
      'root paragraph text',
    ]);
  });
});

describe('what is read off a node', () => {
  const elementIn = (body: string) => {
    const found = nodes(body).find(({ node }) => isElement(node));
    if (!found || !isElement(found.node)) throw new Error(`No element in ${body}`);
    return found.node;
  };

  test('a tag is one in a sentence or on its own, and nothing else is', () => {
    expect(elementIn('甲<Note>乙</Note>').type).toBe('mdxJsxTextElement');
    expect(elementIn('<Aside title="甲">\n\n乙\n\n</Aside>').type).toBe('mdxJsxFlowElement');
    expect(nodes('甲*乙*').some(({ node }) => isElement(node))).toBe(false);
  });

  test('an attribute is the text it is given, by its name', () => {
    const element = elementIn('甲<Figure n="1" id="f" id="g">乙</Figure>');
    expect([attribute(element, 'id'), attribute(element, 'n'), attribute(element, 'x')]).toEqual(['f', '1', undefined]);
  });

  test.each([
    ['a code', '甲<Figure id={"f"}>乙</Figure>'],
    ['nothing', '甲<Figure id>乙</Figure>'],
    ['spread', '甲<Figure {...id}>乙</Figure>'],
  ])('an attribute is none where it is %s', (_, body) => expect(attribute(elementIn(body), 'id')).toBeUndefined());

  test('its words are those a reader sees', () => {
    expect(textOf(parse('甲*乙*`丙`<Note>丁</Note>[戊](/a/)'))).toBe('甲乙丙丁戊');
    expect(textOf(parse('甲\\\n乙'))).toBe('甲\n乙');
    expect(textOf(parse('![图](./a.jpg)'))).toBe('');
  });

  test('its place is where it begins, and the beginning where it has none', () => {
    const [, paragraph] = nodes('\n\n  甲');
    expect(paragraph && positionOf(paragraph.node)).toEqual({ line: 3, column: 3 });
    expect(positionOf({ type: 'text', value: '甲' } as Node)).toEqual({ line: 1, column: 1 });
  });
});
