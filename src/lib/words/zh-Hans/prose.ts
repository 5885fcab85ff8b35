/** Words around a text: its tables and notes. */
export const PROSE = {
  table: (number: string) => `表 ${number}`,
  notes: '注释',
  /** `{reference}` is the number of the note, with the number of the place where there are several: 1-2. */
  backToText: '回到正文第 {reference} 处',
} as const;
