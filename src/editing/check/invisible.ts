import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import { type Node, positionOf, walk } from '../../lib/manuscript/tree.ts';

/**
 * Control, zero-width, direction and private-use characters: invisible or without a shape, and enough to make a search
 * or a comparison fail. U+200D is left where emoji and other scripts need it: not after Chinese, Latin or a blank.
 */
const INVISIBLE =
  /(?<=^|[\p{Script=Han}\p{Script=Latin}\p{P}\p{Z}])\u200d|(?![\t\n\r])[\p{Cc}\p{Co}\p{NChar}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffd\u{e0000}-\u{e007f}]/u;

/** Invisible characters in a manuscript, and characters in a form that no search finds: the first of each line. */
export function findInvisible(source: string): Finding[] {
  return source.split('\n').flatMap((line, index) => {
    const match = INVISIBLE.exec(line);
    if (match) return [{ line: index + 1, column: match.index + 1, ...explain(match[0]) }];
    return line === line.normalize('NFC') ? [] : [{ line: index + 1, ...explainOtherForm(line) }];
  });
}

function explain(character: string): Fault {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Co}/u.test(character)) {
    return {
      rule: 'invisible-character',
      message: `有自造字 ${code}，换一台机器就显示不出来`,
      cure: '对照原件改成正式的字，或写成〔缺字〕',
    };
  }
  if (character === '\ufffd')
    return { rule: 'invisible-character', message: `有丢失的字 ${code}`, cure: '对照原件补上' };
  return { rule: 'invisible-character', message: `有看不见的字符 ${code}`, cure: '删掉它' };
}

/** 「館」 has a second code for old Korean files, é may be two characters: alike to the eye and not to a search. */
function explainOtherForm(line: string): Omit<Finding, 'line'> {
  const column = [...line].findIndex((character) => character !== character.normalize('NFC'));
  const character = [...line][column];
  const message = character
    ? `“${character}”用的是另一个编码（U+${character.codePointAt(0)?.toString(16).toUpperCase()}），检索不到`
    : '有拆成两个字符的字母，检索不到';
  return {
    column: Math.max(column, 0) + 1,
    rule: 'other-code-point',
    message,
    cure: '运行 npm run check -- --fix 可自动改好',
  };
}

/** Invisible characters that are written in signs: `&#8203;` in the text, `"\u200b"` in a field. */
export function findEscaped(tree: Node | null, data: unknown, locate: Locate): Finding[] {
  const findings: Finding[] = [];
  const look = (text: string, place: () => { line: number; column: number }) => {
    const [character] = INVISIBLE.exec(text) ?? [];
    if (character) findings.push({ ...place(), ...explain(character) });
  };
  if (tree) walk(tree, (node) => node.type === 'text' && look(node.value, () => positionOf(node)));
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string') look(value, () => locate(path));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(data, []);
  return findings;
}
