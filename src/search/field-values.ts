import type { Field, FieldValue, IndexedBlock, PageFields, PageText } from './types.ts';

/** A value with what can be said of it. */
export const readValue = (value: FieldValue): Exclude<FieldValue, string> =>
  typeof value === 'string' ? { text: value } : value;

/** The values of the fields as blocks of text. */
export const fieldBlocks = (values: PageFields | undefined, fields: readonly Field[] = []): IndexedBlock[] =>
  fields.flatMap(({ id, title = false }) =>
    (values?.[id] ?? []).map(readValue).map((value) => ({ id: value.id ?? '', text: value.text, title })),
  );

/** What a page says in one breath: its blocks, and the values with what is shown before them, such as when it was. */
export const passagesIn = (page: PageText, fields: readonly Field[] = []): IndexedBlock[] => [
  ...page.blocks,
  ...fields.flatMap(({ id }) =>
    (page.fields?.[id] ?? []).map(readValue).map(({ text, before = '' }) => ({ id: '', text: before + text })),
  ),
];

/** All that is searched of a page where no field is named. */
export const searchableIn = (page: PageText, fields: readonly Field[] = []): IndexedBlock[] => [
  ...page.blocks,
  ...fieldBlocks(
    page.fields,
    fields.filter(({ inText }) => !inText),
  ),
];
