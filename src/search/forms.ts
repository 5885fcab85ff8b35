/** Other forms of characters, each with the one that stands for its class in the index: 網 → 网, 臺 → 台. */
export type Forms = ReadonlyMap<string, string>;

/** Reads `網网臺台…`: each other form before the one that stands for it. */
export const readForms = (pairs = ''): Forms =>
  new Map(Array.from(pairs.matchAll(/../gu), ([pair]) => [...pair] as [string, string]));

export const writeForms = (forms: Forms): string => [...forms].flat().join('');

/** The terms as they stand in the index. */
export const foldTerms = (terms: readonly string[], forms: Forms): string[] =>
  terms.map((term) => forms.get(term) ?? term);

/** Those of the forms that a text holds. */
export function formsIn(text: string, forms: Forms): Forms {
  const held = new Map<string, string>();
  for (const character of new Set(text)) {
    const form = forms.get(character);
    if (form) held.set(character, form);
  }
  return held;
}
