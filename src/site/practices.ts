import type { PracticeData } from '../lib/schema/registers.ts';

const HAN_NUMERAL = /^[一二两三四五六七八九十]/;

/**
 * The number by which people know a practice: 123, 5+2, 三本账, 四个不等; null where its name has none.
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

/** A practice under the number that it is known by, and what else its name says. */
export interface NumberEntry<T> {
  number: string;
  /** The rest of the name, so that two practices called 2+1 can be told apart; empty where nothing is left. */
  rest: string;
  practice: T;
}

/** Practices that are known by a number: those in digits first, in order, then those in Han numerals. */
export function byNumberName<T extends Pick<PracticeData, 'name' | 'aliases'>>(
  practices: readonly T[],
): NumberEntry<T>[] {
  return practices
    .flatMap((practice) => {
      const number = numberName(practice);
      if (!number) return [];
      const plain = practice.name.normalize('NFKC').replace(/[“”\s]/g, '');
      return [{ number, rest: plain.includes(number) ? plain.replace(number, '') : '', practice }];
    })
    .sort((a, b) => rank(a.number) - rank(b.number) || compareNumbers(a.number, b.number));
}

const rank = (number: string) => (/^\d/.test(number) ? 0 : 1);

const HAN_ORDER = '一二两三四五六七八九十';

function compareNumbers(a: string, b: string): number {
  const han = HAN_ORDER.indexOf(a.charAt(0)) - HAN_ORDER.indexOf(b.charAt(0));
  return han || a.localeCompare(b, 'zh-CN', { numeric: true });
}
