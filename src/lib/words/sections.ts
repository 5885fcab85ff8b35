/** Words of the interface that an archive may put in its own words: each key with the names of what it is told. */
export interface WordKey {
  /** `SEARCH.count` */
  key: string;
  /** Values that the words are made with, in order; null of words that stand as they are. */
  values: readonly string[] | null;
  /** What they are now, with `{value}` where a value goes. */
  text: string;
}

/** What a function makes of the names of its values; '' of one that cannot do with names. */
function sample(made: (...values: never[]) => unknown, values: readonly string[]): string {
  try {
    return String(made(...(values.map((name) => `{${name}}`) as never[])));
  } catch {
    return '';
  }
}

/** The names of an arrow function's values, as they are written. */
const valuesOf = (made: (...values: never[]) => unknown): string[] =>
  (/^\(([^)]*)\)|^(\w+)/.exec(made.toString()) ?? [])
    .slice(1)
    .filter(Boolean)
    .flatMap((list) => list.split(','))
    .map((name) => name.replace(/[:=?].*/s, '').trim())
    .filter(Boolean);

/** All keys of a section's words. Lists are words as well, and stand as a whole. */
export function keysOf(section: Readonly<Record<string, unknown>>): WordKey[] {
  const visit = (value: unknown, key: string): WordKey[] => {
    if (typeof value === 'string') return [{ key, values: null, text: value }];
    if (typeof value === 'function') {
      const values = valuesOf(value as never);
      return key.includes('.') ? [{ key, values, text: sample(value as never, values) }] : [];
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([name, inner]) => visit(inner, `${key}.${name}`));
  };
  return Object.entries(section)
    .filter(([, value]) => typeof value === 'object')
    .flatMap(([name, value]) => visit(value, name));
}

const PLACE = /\{(\w+)\}/g;

/** What is wrong with an archive's own words for a key, in Chinese; null where they will do. */
export function faultOfWords(text: unknown, { values }: WordKey): string | null {
  if (typeof text !== 'string') return '应是文字';
  const wrong = [...text.matchAll(PLACE)].map(([, name = '']) => name).find((name) => !values?.includes(name));
  if (wrong === undefined) return null;
  return values ? `没有 {${wrong}}，可以用 ${values.map((name) => `{${name}}`).join('、')}` : `这里不能用 {${wrong}}`;
}
