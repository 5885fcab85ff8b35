/** Which of a list are wanted: their indexes, and whether the editor named each, and so has looked at it. */
export interface Choice {
  indexes: number[];
  isNamed: boolean;
}

/**
 * Reads what an editor wants of a numbered list: 全部, 无疑, 1,3-9, 除 2,5.
 * @param isSure whether the one at an index leaves no doubt
 * @returns the choice, or what is wrong with it, in Chinese
 */
export function readChoice(
  answer: string,
  count: number,
  isSure: (index: number) => boolean,
): Choice | { fault: string } {
  const text = answer.normalize('NFKC').trim();
  const all = [...Array(count).keys()];
  if (/^(?:全部|全|all)$/i.test(text)) return { indexes: all, isNamed: false };
  if (/^(?:无疑|sure)$/i.test(text)) return { indexes: all.filter(isSure), isNamed: false };
  if (/^(?:不要|不|none|)$/i.test(text)) return { indexes: [], isNamed: false };
  const except = /^(?:除|except)\s*(.+)$/i.exec(text)?.[1];
  const numbers = readNumbers(except ?? text, count);
  if ('fault' in numbers) return numbers;
  const named = new Set(numbers.indexes);
  return except === undefined
    ? { indexes: all.filter((index) => named.has(index)), isNamed: true }
    : { indexes: all.filter((index) => !named.has(index)), isNamed: false };
}

function readNumbers(text: string, count: number): { indexes: number[] } | { fault: string } {
  const indexes: number[] = [];
  for (const part of text.split(/[\s,、]+/).filter(Boolean)) {
    const [, first, last = first] = /^(\d+)(?:[-—~](\d+))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined) return { fault: `看不懂“${part}”：写 全部、无疑、1,3-9 或 除 2,5` };
    if (from < 1 || to > count || from > to) return { fault: `没有第 ${part} 条，一共 ${count} 条` };
    for (let number = from; number <= to; number++) indexes.push(number - 1);
  }
  return { indexes };
}
