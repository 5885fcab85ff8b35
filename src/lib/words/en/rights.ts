import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/rights.ts';

export const RIGHTS = {
  title: 'Rights',
  holder: (name) => `Rights held by ${name}`,
} as const satisfies Words<typeof zh.RIGHTS>;

export const LICENCE_NAMES = {
  commons: (code, name) => `${code} ${name}`,
  elements: { by: 'Attribution', nc: 'NonCommercial', nd: 'NoDerivatives', sa: 'ShareAlike' },
  join: '–',
  deed: (address) => `${address}deed.en`,
  zero: 'CC0 1.0 given to the public domain',
  publicDomain: 'Public domain',
  authorised: 'All rights reserved, published with permission',
  own: (licence) => (licence ? `Our own work, ${licence}` : 'Our own work'),
  statements: {
    InC: 'In copyright',
    'InC-OW-EU': 'In copyright: EU orphan work',
    'InC-EDU': 'In copyright: educational use permitted',
    'InC-NC': 'In copyright: non-commercial use permitted',
    'InC-RUU': 'In copyright: rights holder not found or not known',
    'NoC-CR': 'No copyright: contractual restrictions',
    'NoC-NC': 'No copyright: non-commercial use only',
    'NoC-OKLR': 'No copyright: other legal restrictions',
    'NoC-US': 'No copyright in the United States',
    CNE: 'Copyright not evaluated',
    UND: 'Copyright undetermined',
    NKC: 'No known copyright',
  },
} as const satisfies Words<typeof zh.LICENCE_NAMES>;

export const FULL_TEXT = {
  authorised: 'The original, published with permission.',
  own: 'Our own work, in full.',
  publicDomain: 'The original in full; it is in the public domain.',
  licensed: 'The original in full, under its licence.',
  stated: 'The original in full; what is known of its rights is said below.',
} as const satisfies Words<typeof zh.FULL_TEXT>;
