import type { Table } from 'mdast';
import { type Node, textOf } from './tree.ts';

const ALIGNED = { left: 'start', center: 'centre', right: 'end' } as const;
/** A number as tables have it: 21.35, 1,205, −3%, 8—10, 112 户; or nothing. */
const NUMBER = /^[<>≈约近]?\s*[-−+]?\d[\d.,\s]*(?:[—–~～-]\s*\d[\d.,]*)?\s*[%‰℃°万亿]*\s*[\p{L}/²³]{0,4}$/u;
const NOTHING = /^[-—–·…]*$/u;

/**
 * The classes of a table's columns: how they are aligned, and `number` where every cell is one, which is then aligned to
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
    return [align, isNumber ? 'number' : ''].filter(Boolean).join(' ');
  });
}
