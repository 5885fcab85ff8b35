import type { Words } from '../complete.ts';
import { plural } from '../english.ts';
import type * as zh from '../zh-Hans/drawings.ts';

export const DRAWINGS = {
  added: (count) => `${plural(count, 'item')} added`,
  agreed: (count) => `${plural(count, 'item')} added, as the text says`,
  bounded: {
    exact: (sum) => sum,
    from: (sum) => `at least ${sum}`,
    to: (sum) => `at most ${sum}`,
    about: (sum) => `about ${sum}`,
  },
  said: (words) => `the text says “${words}”`,
  saidShort: 'The text says',
  ledger: (items, count, sum) => `${items}; ${plural(count, 'item')} added: ${sum}`,
  growth: (from, to) => `From ${from} to ${to}`,
  share: (parts, whole) => `Of ${whole}: ${parts}`,
  each: (thing) => `Each sign is ${thing}`,
  unit: (unit) => `Unit: ${unit}`,
  open: 'Angles point to where the true number lies.',
  unknown: 'No date known',
  undated: (title, printed) => `${title} (${printed}, no date known)`,
  length: (words) => `${words} in all`,
  inferred: 'Dates in broken rings are inferred.',
  placeIn: (place, within) => `${place}, in ${within}`,
  nowhere: 'No reliable source says where in the county.',
  rough: 'The ring is the township, not the exact spot.',
  seat: (name) => `seat: ${name}`,
  river: (name) => `river: ${name}`,
} as const satisfies Words<typeof zh.DRAWINGS>;
