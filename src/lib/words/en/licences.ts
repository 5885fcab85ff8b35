import { licence } from '#archive';
import { licenceName } from '../../rights/names.ts';
import type { Words } from '../complete.ts';
import { capital, plural } from '../english.ts';
import type * as zh from '../zh-Hans/licences.ts';

export const BESIDE = {
  'opencc-js': 'simplified and traditional characters, for searching',
  pagefind: 'the search program',
  'pinyin-pro': 'pinyin, for searching',
} satisfies Words<typeof zh.BESIDE>;

export const LICENCES = {
  all: 'The licences of all parts of this site, and of the software sent with its pages, are listed under “Licences”.',
  title: 'Licences',
  description:
    'The licences under which the texts, data, maps and program of this site are published, and those of the software by others that is sent along with its pages.',
  lede: 'Every part of this site may be used again, each on its own terms. Software by others comes with the text of its licence.',
  content: 'Texts, data and maps',
  grant: (covers, licence) => `${capital(covers)} may be used again under ${licence}.`,
  reserved: (covers) => `${capital(covers)}: all rights reserved. Please ask before you use them again.`,
  holder: (name) => `Rights held by ${name}.`,
  cite: (site) => `Please name “${site}” and link to the story.`,
  program: 'The program of this site',
  programText: 'Published under the MIT licence:',
  credits: 'Credits',
  others: 'Software by others',
  othersText: (count) =>
    count === 1
      ? 'The package below is sent to your browser with our pages, in whole or in part. The list is drawn up from the files as they are sent whenever the site is built; software used only by the editors is not in it.'
      : `The ${plural(count, 'package')} below are sent to your browser with our pages, in whole or in part. The list is drawn up from the files as they are sent whenever the site is built; software used only by the editors is not in it.`,
  unlisted: 'The list is drawn up when the site is built; the preview has none.',
  author: (name) => `by ${name}`,
} as const satisfies Words<typeof zh.LICENCES>;

export const reuse: Words<typeof zh.reuse> = () => {
  const name = licence ? licenceName(licence.id) : null;
  return licence && name ? `${capital(licence.covers)} may be used again under ${name}. ` : '';
};
