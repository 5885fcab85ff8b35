/**
 * Rewrites traditional characters as simplified ones, character by character.
 * @param pairs `鄉乡縣县…`: each traditional character before its simplified form
 */
export function toSimplified(terms: readonly string[], pairs: string): string[] {
  const table = new Map(Array.from(pairs.matchAll(/../gu), ([pair]) => [...pair] as [string, string]));
  return terms.map((term) => table.get(term) ?? term);
}
