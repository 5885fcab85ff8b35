import { CITING } from '#words/citing.ts';
import { KIND_WORDS } from '#words/sources.ts';
import { UNKNOWN } from '#words/story.ts';
import { toBibtex } from '../lib/citation/bibtex.ts';
import type { CslItem } from '../lib/citation/csl.ts';
import { dateText } from '../lib/citation/date-text.ts';
import type { Exported } from '../lib/citation/exported.ts';
import { toRis } from '../lib/citation/ris.ts';
import { type SetItem, STYLE_IDS, type StyleId, setReferences } from '../lib/citation/styles.ts';
import { bylineText } from './citation.ts';
import type { OriginalRecord, OwnRecord, StoryRecord } from './record.ts';

// Records as references: in the styles of the field, and as files that programs of reference managers read.

/** The items of a story as a style is to set them: our text and each original, in their order. */
export const setItemsOf = ({ own, originals }: StoryRecord, style: StyleId): SetItem[] => [
  ownItem(own, style),
  ...originals.map((original) => originalItem(original, style)),
];

/** The references of a story, in the same order. */
export const referencesOf = (record: StoryRecord, style: StyleId): string[] =>
  setReferences(style, setItemsOf(record, style));

/** Everything a story can be cited by, by style. */
export const citationText = (record: StoryRecord): string =>
  `${STYLE_IDS.map((style) => [CITING.styles[style], ...referencesOf(record, style)].join('\n')).join('\n\n')}\n`;

/** The records of a story for files: ours, then the originals. What nobody knows is in none of them. */
export const exportedOf = ({ own, originals }: StoryRecord): Exported[] => [
  {
    ...{ csl: { ...own.csl, abstract: own.summary }, date: own.published },
    ...(own.english ? { translatedTitle: own.english.title } : {}),
  },
  ...originals.map(({ csl, date, bylines }) => ({
    ...{ csl, date },
    ...(bylines.length > 0 ? { byline: bylineText(bylines) } : {}),
  })),
];

/** By which endings the forms of a citation are known, and as what they are served. */
export const CITATION_FORMS = {
  txt: 'text/plain;charset=utf-8',
  bib: 'application/x-bibtex;charset=utf-8',
  ris: 'application/x-research-info-systems;charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json;charset=utf-8',
} as const;
export type CitationForm = keyof typeof CITATION_FORMS;

/** A story’s citation as a file. */
export function citationFile(record: StoryRecord, form: CitationForm): string {
  const records = exportedOf(record);
  if (form === 'txt') return citationText(record);
  if (form === 'bib') return toBibtex(records);
  if (form === 'ris') return toRis(records, CITING.date);
  return `${JSON.stringify(records.map(withEdtf), null, 1)}\n`;
}

const withEdtf = ({ csl, date, byline, translatedTitle }: Exported): CslItem => {
  const custom = {
    ...(date ? { edtf: date } : {}),
    ...(byline ? { byline } : {}),
    ...(translatedTitle ? { translatedTitle } : {}),
  };
  return Object.keys(custom).length > 0 ? { ...csl, custom } : csl;
};

/** Kinds that are looked at where they were printed, whatever shows them online: the newer standard asks for no day of access. */
const PRINTED: ReadonlySet<CslItem['type']> = new Set([
  ...(['article-newspaper', 'article-journal', 'book', 'chapter', 'thesis', 'report', 'map'] as const),
]);

/** Our text, as a style is to set it. Only the reader knows on which day it was read. */
function ownItem({ csl }: OwnRecord, style: StyleId): SetItem {
  const isAsked = style === 'gbt7714-2015' || (style === 'gbt7714-2025' && !PRINTED.has(csl.type));
  const { 'container-title': site, ...rest } = csl;
  // A site that is the author of what it publishes is named once.
  const item = site === csl.author?.[0]?.literal ? rest : csl;
  return isAsked && csl.URL ? { ...item, accessed: { literal: CITING.accessed } } : item;
}

/** An original, as a style is to set it: what nobody knows is said where the style asks for it. */
function originalItem({ csl, like, source }: OriginalRecord, style: StyleId): SetItem {
  const words = KIND_WORDS[like];
  const isChinese = style.startsWith('gbt');
  const isPress = like === 'newspaper' || like === 'journal';
  const { accessed, ...item } = csl;
  const title = csl.title ?? (isChinese ? words.noHeadline : CITING.untitled(words.noHeadline));
  const container = csl['container-title'] ?? (isChinese && isPress ? words.noPublisher : undefined);
  const date = isChinese ? chineseDate(csl, source) : csl.issued;
  return {
    ...{ ...item, title },
    ...(container ? { 'container-title': container } : {}),
    ...(date ? { issued: date } : {}),
    ...(accessed && !(style === 'gbt7714-2025' && PRINTED.has(csl.type)) ? { accessed } : {}),
  };
}

/** Both ends of an interval in full, or printed words; of a newspaper of which no day is known, that it is not. */
function chineseDate({ issued, type }: CslItem, source: OriginalRecord['source']): CslItem['issued'] {
  if (!issued) return type === 'article-newspaper' ? { literal: UNKNOWN.date } : undefined;
  const { text, isInferred } = dateText(source);
  const isPlain = issued['date-parts']?.length === 1 && isInferred === Boolean(issued.circa);
  return isPlain ? issued : { literal: text, ...(isInferred ? { circa: true } : {}) };
}
