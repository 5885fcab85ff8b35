import type { Table } from 'mdast';
import { type Node, textOf } from './tree.ts';

const ALIGNED = { left: 'start', center: 'centre', right: 'end' } as const;
/** A number as tables have it: 21.35, 1,205, −3%, 8—10, 112 户; or nothing. */
const NUMBER = /^[<>≈约近]?\s*[-−+]?\d[\d.,\s]*(?:[—–~～-]\s*\d[\d.,]*)?\s*[%‰℃°万亿]*\s*[\p{L}/²³]{0,4}$/u;
const NOTHING = /^[-—–·…]*$/u;

/** Em: a cell of at most so many is not broken, be it a date or a name. */
const SHORT = 6;

/** Before it, letters are half as wide as Han. */
const LATIN_END = 0x300;

/** Whether a cell's words are so few that they stay on one line. */
export const isShort = (text: string): boolean => {
  const width = [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < LATIN_END ? 0.5 : 1), 0);
  return width > 0 && width <= SHORT;
};

/**
 * The classes of a table's columns: how they are aligned, and `numeric` where every cell is one, which is then aligned to
 * its end unless the writer says otherwise, and never broken.
 */
export function columnsOf(table: Readonly<Table>): string[] {
  const [head, ...rows] = table.children;
  return (head?.children ?? []).map((_, column) => {
    const cells = rows.map((row) => textOf((row.children[column] ?? { type: 'text', value: '' }) as Node).trim());
    const told = cells.filter((cell) => !NOTHING.test(cell));
    const isNumber = told.length > 0 && told.every((cell) => NUMBER.test(cell));
    const asked = table.align?.[column];
    const align = asked ? ALIGNED[asked] : isNumber ? 'end' : '';
    return [align, isNumber ? 'numeric' : ''].filter(Boolean).join(' ');
  });
}
