/** What a term of a vocabulary is called; its id, where it has gone from the vocabulary. */
export const nameOf = (vocabulary: Readonly<Record<string, { name: string }>>, id: string): string =>
  Object.hasOwn(vocabulary, id) ? (vocabulary[id]?.name ?? id) : id;
