/**
 * The part of a file that a `Range` asks for, from its first byte to its last one.
 * @returns null where the whole file is the answer: nothing is asked, in other words than ours, or several parts; `none`
 * where there is no such part
 */
export function readRange(range: string | undefined, length: number): { from: number; to: number } | 'none' | null {
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(range ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const from = Math.max(0, length - Number(last));
    return Number(last) === 0 || length === 0 ? 'none' : { from, to: length - 1 };
  }
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= length) return 'none';
  return { from: Number(first), to: last === '' ? length - 1 : Math.min(Number(last), length - 1) };
}
