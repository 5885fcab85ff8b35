import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument, YAMLParseError } from 'yaml';
import { readYaml } from '../../../../src/lib/manuscript/frontmatter.ts';
import { splitManuscript } from '../../../../src/lib/manuscript/tree.ts';
import { explainFault } from '../../../../src/lib/manuscript/yaml-faults.ts';

/** The one fault that an editor is told of, as `line:column message → cure`. */
function fault(yaml: string): string {
  const { findings, data } = readYaml(yaml, 1);
  expect(data).toBeUndefined();
  expect(findings).toHaveLength(1);
  return findings.map(({ line, column, message, cure }) => `${line}:${column} ${message} → ${cure ?? ''}`).join();
}

const INDENT = /：缩进不对/;
const UNPAIRED = /：引号或括号没有配对/;
const TAG = /：不能用 ! 开头的标签/;
const REFERENCE = /：不能以 & 或 \* 开头/;
const SPARE_SIGN = /：多了符号/;
const NO_COLON = /：少了冒号/;
const TWO_COLONS = /：一行里有两个冒号/;

describe('a fault in the fields is named by what the editor did', () => {
  test.each([
    ['a tab', 'a:\n\tb: 1', '2:1', /：用了 Tab 缩进/],
    ['a field twice', 'a: 1\na: 2', '2:1', /：同一个栏目写了两次/],
    ['a double quote left open', 'a: "x', '1:6', UNPAIRED],
    ['a single quote left open', "a: 'x", '1:6', UNPAIRED],
    ['a line too far out', 'a:\n   b: 1\n  c: 2', '3:1', INDENT],
    ['a line without a colon', 'a: 1\nbcd\ne: 1', '2:1', NO_COLON],
    ['two colons', 'a: b: c', '1:4', TWO_COLONS],
    ['an unknown tag', 'a: !!js x', '1:4', TAG],
    ['two tags', 'a: !!str !!str x', '1:10', TAG],
    ['a tag right before Chinese', 'a: !一个', '1:4', TAG],
    ['a tag with a name right before Chinese', 'z: 好! & 对\na: !x一', '2:4', TAG],
    ['an anchor right before a bracket', 'z: 好!\na: &x[1]', '2:4', REFERENCE],
    ['a double quote left open after an exclamation', 'a: "好!', '1:7', UNPAIRED],
    ['a star alone', 'a: * x', '1:4', REFERENCE],
    ['an ampersand alone', 'a: & b', '1:4', REFERENCE],
    ['a star after a tag', 'a: 1\nb: !t *x', '2:7', REFERENCE],
    ['a tag of another kind of list', 'a: !!set [1]', '1:4', TAG],
    ['two anchors', 'a: &x &y 1', '1:7', REFERENCE],
    ['an anchor before a question mark', 'a: { &x ? b : c }', '1:9', /：不能以 & 或 ! 开头/],
    ['a sign that is kept back', 'a: @x', '1:4', /：文字不能以 %、@、` 开头/],
    ['a percent sign', 'a: %x', '1:4', /：文字不能以 %、@、` 开头/],
    ['a strange escape', 'a: "\\q"', '1:5', /：双引号里的“\\”有别的意思/],
    ['a list of lines in brackets', 'a: [b: c: d]', '1:8', /：括号里不能换成逐行的写法/],
    ['a second beginning', 'a: 1\n---\nb: 1', '2:1', /：中间多了一行/],
    ['a line of percent', '%X y\n---\na: 1', '1:1', /：不能有 % 开头的行/],
    ['a name that is a list', '? [a]\n: 1', '1:3', /：栏目名只能是文字/],
    ['a name without end', `${'x'.repeat(1100)}: 1`, '1:1', /：栏目名太长/],
    ['words after a quote', 'a: "x" y', '1:8', SPARE_SIGN],
    ['a bracket that closes nothing', 'a: ]', '1:4', SPARE_SIGN],
  ])('%s', (_, yaml, place, words) => {
    expect(fault(yaml)).toMatch(new RegExp(`^${place} 栏目的写法不对${words.source}.* → $`));
  });

  test('brackets without end: they are too deep, wherever the parser gives up', () => {
    expect(fault(`a: ${'['.repeat(20_000)}`)).toMatch(/栏目的写法不对：内容一层套一层，太深了/);
  });

  test('what the parser itself holds impossible sends to other articles', () => {
    const error = new YAMLParseError([0, 1], 'IMPOSSIBLE', 'Map comment with trailing content');
    expect(explainFault(error, 'a: 1', parseDocument('a: 1')).message).toMatch(/请对照已有的文章/);
  });
});

describe('a bracket left open', () => {
  test.each([
    ['a list', 'a: [x\nb: 1', '1:4'],
    ['a map', 'a: { x: 1\nb: 1', '1:4'],
    ['the innermost of several', 'a: { x: [1\nb: 1', '1:9'],
    ['the one that is open, not one closed before it', 'z: [1]\na: [x\nb: 1', '2:4'],
    ['the one that is open, not the list around it', 'a:\n  - [1]\n  - [x\nb: 1', '3:5'],
    ['the one that is open, not one inside it', 'a: [[1], x\nb: 1', '1:4'],
    ['the one that is open, not one after it', 'a: [x\nb: [1]', '1:4'],
  ])('is named where it opens: %s', (_, yaml, place) => {
    expect(fault(yaml)).toMatch(new RegExp(`^${place} 栏目的写法不对${UNPAIRED.source}`));
  });

  test('without a word in it is named where it stands', () => {
    expect(fault('a: [')).toMatch(new RegExp(`^1:\\d+ 栏目的写法不对${UNPAIRED.source}`));
  });
});

describe('a line that is set too far in', () => {
  test.each([
    ['below a value', 'a: x\n  b: 1', '2:3'],
    ['far below the first line', 'z: 1\na: x\n    b: 1\nc: 1', '3:5'],
    ['without a value of its own', 'a: x\n  b:', '2:3'],
    ['with a hyphen in its name', 'a: x\n  b-c: 1', '2:3'],
  ])('is the one that is named, not the line above it: %s', (_, yaml, place) => {
    expect(fault(yaml)).toMatch(new RegExp(`^${place} 栏目的写法不对${INDENT.source}`));
  });

  test.each([
    ['the line below is not set in', 'a: b: c\nd: 1'],
    ['the line below is no field', 'a: b: c\n  d e'],
    ['the line with two colons is above one set in', 'a: b: c\n  d: 1'],
    ['the line above ends in a colon', 'a: b:\n  c: 1'],
    ['the name on the line below has a blank', 'a: b\n  c d: 1'],
    ['there is no line below', 'a: b: c'],
  ])('is not blamed for two colons where %s', (_, yaml) => {
    expect(fault(yaml)).toMatch(new RegExp(`^1:4 栏目的写法不对${TWO_COLONS.source}`));
  });
});

test('a line that is set in is not blamed for another fault in the line above', () => {
  expect(fault('l:\n  - a: "\\q"\n    b: 1')).toMatch(/^2:9 .*双引号里/);
  expect(fault(' a: b:')).toMatch(/^1:5 .*一行里有两个冒号/);
});

describe('full-width signs are the first thing that is looked for', () => {
  test.each([
    ['a colon', 'a: 1\nb：c\nd: 1', '2:1'],
    ['a colon after a blank', 'a:\n  b：c\n  d: 1', '2:3'],
    ['a colon in a name with a hyphen', 'a: 1\nb-c：d\ne: 1', '2:1'],
  ])('%s', (_, yaml, place) => {
    expect(fault(yaml)).toMatch(new RegExp(`^${place} 栏目名后面用了全角冒号 → .*title: 标题$`));
  });

  test.each([
    ['a dash', 'a:\n  － b\n  c: 1', '2:3'],
    ['a dash at the margin', 'a: 1\n－ b\nc: 1', '2:1'],
    ['a brace', 'a: 1\n｛ b ｝ \nc: 1', '2:1'],
    ['a bracket', 'a: 1\nb［c］\nd: 1', '2:1'],
    ['a closing brace', 'a: { b: 1 ｝', '1:12'],
    ['a closing bracket', 'a: 1\nb ］\nd: 1', '2:1'],
    ['a comma before a field', 'a: { id: b， name: c， role: d }', '1:19'],
    ['a comma of lists before a field', 'a: { id: b、name: c }', '1:10'],
    ['a comma before a field with blanks', 'a: { id: b，  name : c }', '1:10'],
    ['a comma before a field with a full-width colon', 'a: 1\nb，c：d\ne: 1', '2:1'],
    ['a comma before a field in capitals', 'a: { id: b，asOf: c }', '1:10'],
  ])('%s', (_, yaml, place) => {
    expect(fault(yaml)).toMatch(new RegExp(`^${place} 栏目里用了全角的逗号、括号或横线 → .*\\[甲, 乙\\]`));
  });

  test.each([
    ['a colon in the words of a field', 'a: 他说：好: 1', TWO_COLONS],
    ['a colon on the line below', 'a: @\nb：c\nd: 1', /：文字不能以 %、@、` 开头/],
    ['a colon on another line', 'z: 甲：乙\na: b: c', TWO_COLONS],
    ['a dash in the words', 'a: 甲－乙: 1', TWO_COLONS],
    ['a comma in the words', 'a: 甲，乙: 1', TWO_COLONS],
    ['a comma before a number', 'a: 甲，2: 1', TWO_COLONS],
  ])('and not where words hold them: %s', (_, yaml, words) => {
    expect(fault(yaml)).toMatch(words);
  });
});

describe('a quotation mark that is never closed', () => {
  const STORY = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
  const lines = (splitManuscript(STORY)?.frontmatter ?? '').split('\n');
  const values = lines.flatMap((line, index) => (/^\s*(?:- )?\w+: [^'"[{>|\s]/.test(line) ? [index] : []));

  test.each(["'", '"'])('is told where it stands: %s', (quote) => {
    for (const index of values) {
      const text = lines.map((line, i) => (i === index ? line.replace(': ', `: ${quote}`) : line)).join('\n');
      expect(readYaml(text, 2).findings[0]?.line, lines[index]).toBe(index + 2);
    }
  });

  test.each(["'", '"'])('is told there too where another stands below: %s', (quote) => {
    for (const index of values.slice(0, -1)) {
      const text = lines
        .map((line, i) => (i >= index && values.includes(i) ? line.replace(': ', `: ${quote}`) : line))
        .join('\n');
      expect(readYaml(text, 2).findings[0]?.line, lines[index]).toBe(index + 2);
    }
  });
});
