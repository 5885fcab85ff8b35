/**
 * Rewrites traditional characters as simplified ones, character by character.
 * @param pairs `鄉乡縣县…`: each traditional character before its simplified form
 */
export function toSimplified(terms: readonly string[], pairs: string): string[] {
  const table = new Map<string, string>();
  const characters = [...pairs];
  for (let i = 0; i + 1 < characters.length; i += 2) table.set(characters[i] ?? '', characters[i + 1] ?? '');
  return terms.map((term) => table.get(term) ?? term);
}
