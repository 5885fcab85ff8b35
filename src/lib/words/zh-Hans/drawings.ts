/** What drawings say beside the words of their data. */
export const DRAWINGS = {
  /** Of a ledger: how many items, added by us. */
  added: (count: number) => `${count} 项相加`,
  /** The same, where the text says as much. */
  agreed: (count: number) => `${count} 项相加，同文中说的一样`,
  /** A sum whose items are the least, the most or rounded. */
  bounded: {
    exact: (sum: string) => sum,
    from: (sum: string) => `至少 ${sum}`,
    to: (sum: string) => `至多 ${sum}`,
    about: (sum: string) => `约 ${sum}`,
  },
  /** The total in the words of the text. */
  said: (words: string) => `文中说“${words}”`,
  saidShort: '文中说',
  ledger: (items: string, count: number, sum: string) => `${items}；${count} 项相加 ${sum}`,
  growth: (from: string, to: string) => `从${from}，到${to}`,
  share: (parts: string, whole: string) => `${whole}里，${parts}`,
  /** What one sign stands for, where it is more than one thing. */
  each: (thing: string) => `每个图形是 ${thing}`,
  unit: (unit: string) => `单位：${unit}`,
  open: '尖角所指，是实际的数所在的一边。',
  unknown: '日期不详',
  undated: (title: string, printed: string) => `${title}（${printed}，日期不详）`,
  length: (words: string) => `前后 ${words}`,
  inferred: '虚线圈的日期是推定的。',
  /** A place and what it lies in. */
  placeIn: (place: string, within: string) => `${place}在${within}`,
  nowhere: '县里哪一处，没有查到可靠的坐标。',
  rough: '圈是所在的乡镇，不是确切的位置。',
  seat: (name: string) => `${name}是驻地`,
  river: (name: string) => `${name}流过`,
} as const;
