import type { PracticeData } from './schema/registers.ts';

export interface Practice extends PracticeData {
  id: string;
  href: string;
}

const HAN_NUMERAL = /^[一二两三四五六七八九十]/;

/**
 * The number by which people know a practice: 331, 6+1, 五单, 四个不摘; null where its name has none.
 * Looks at the name and the aliases.
 */
export function numberName({ name, aliases }: Pick<PracticeData, 'name' | 'aliases'>): string | null {
  for (const text of [name, ...aliases]) {
    const digits = /\d+(?:\s*[+＋]\s*\d+)*/.exec(text.normalize('NFKC'));
    if (digits) return digits[0].replace(/\s/g, '');
  }
  const plain = [name, ...aliases].map((text) => text.replace(/[“”《》]/g, ''));
  return plain.find((text) => HAN_NUMERAL.test(text) && text.length <= 12) ?? null;
}

/** Practices that are known by a number: those in digits first, in order, then those in Han numerals. */
export function byNumberName<T extends Pick<PracticeData, 'name' | 'aliases'>>(practices: readonly T[]) {
  return practices
    .flatMap((practice) => {
      const number = numberName(practice);
      return number ? [{ number, practice }] : [];
    })
    .sort((a, b) => rank(a.number) - rank(b.number) || a.number.localeCompare(b.number, 'zh-CN', { numeric: true }));
}

const rank = (number: string) => (/^\d/.test(number) ? 0 : 1);
