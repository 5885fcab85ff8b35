/** An ending of English words, and what stands in its place. */
const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/sses$/, 'ss'],
  [/(?:(?<stem>x|z|ch|sh|s)es)$/, '$<stem>'],
  [/(?<stem>[^s])s$/, '$<stem>'],
  [/(?<stem>..[aeiouy].*)(?:ing|ed)$/, '$<stem>'],
];
const MOST = 5;

/** What English words have in common that are forms of one another: secretary and secretaries, plant and planted. */
function stemOf(word: string): string {
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  const stem = ending ? word.replace(...ending) : word;
  return stem.replace(/(?<same>[^aeiouls])\k<same>$/, '$<same>').replace(/e$/, '');
}

/**
 * Other forms of an English word.
 * @param known words in small letters, from which they are taken
 */
export function inflectionsOf(word: string, known: readonly string[]): string[] {
  const typed = word.toLowerCase();
  if (!/^[a-z]{3,}$/.test(typed)) return [];
  const stem = stemOf(typed);
  return known.filter((one) => one !== typed && stemOf(one) === stem).slice(0, MOST);
}
