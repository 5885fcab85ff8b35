import { withoutRadical } from '../../../search/characters.ts';
import type { Decision, Line } from './model.ts';

/** Signs for parts of characters, by which many a PDF prints the character that looks the same: ⼈⺠ for 人民. */
const LOOK_ALIKE = /[\u22ef\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** Folded by Unicode to the form that is printed in traditional texts alone. */
const SIMPLE: Record<string, string> = { '\u2f3e': '户', '\u2fad': '青', '\u22ef': '…' };
const MOST_SHOWN = 8;

const characterOf = (sign: string): string => SIMPLE[sign] ?? withoutRadical(sign).normalize('NFKC');

/** Words with characters in place of the signs that only look like them. */
export const foldLookAlikes = (text: string): string => text.replace(LOOK_ALIKE, characterOf);

/** The lines of a file, written with characters alone, and word of what was replaced. */
export function withCharacters(lines: readonly Line[]): { lines: Line[]; told: Decision[] } {
  const signs = lines.flatMap(({ text }) => text.match(LOOK_ALIKE) ?? []);
  if (signs.length === 0) return { lines: [...lines], told: [] };
  const pairs = [...new Set(signs)].map((sign) => `${sign}→${characterOf(sign)}`);
  const text = `${signs.length} 处，例如 ${pairs.slice(0, MOST_SHOWN).join('、')}`;
  return {
    lines: lines.map((line) => ({ ...line, text: foldLookAlikes(line.text) })),
    told: [{ line: 0, what: '部首字形换成汉字', text }],
  };
}
