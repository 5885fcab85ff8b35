import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/background.ts';

export const BACKGROUND: Words<typeof zh.BACKGROUND> = {
  title: 'Background, not from the report',
  source: 'Source: ',
  work: (title) => title,
  unseen: (why) => ` (address not checked: ${why})`,
  notFound: (where) => `No public source was found (${where}).`,
};
