const SAME: readonly [RegExp, string][] = [
  [/[“”„‟"«»『』「」]/g, '"'],
  [/[‘’‚‛]/g, "'"],
  [/[—–―‒-]+/g, '-'],
  [/[。．.…]+/g, '.'],
  [/[～〜∼~]+/g, '~'],
];

/** What of a text must never be lost: no white space, punctuation of one width, no marks that nobody sees. */
export function foldText(text: string): string {
  const folded = SAME.reduce((line, [pattern, to]) => line.replace(pattern, to), text.normalize('NFKC'));
  return folded.replace(/[\s\p{Cc}\p{Cf}\p{Zs}]/gu, '');
}
