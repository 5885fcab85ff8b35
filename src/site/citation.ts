import * as archive from '#archive';
import { formatDate } from '#words/dates.ts';
import { COMMA, LIST } from '#words/punctuation.ts';
import { FULL_TEXT } from '#words/rights.ts';
import { KIND_WORDS, PUBLISHER_WORDS, SOURCE_FIELD_WORDS, SOURCES, TEXT_DEEDS, TEXT_KINDS } from '#words/sources.ts';
import { SOURCE_CARD, STORY_END, UNKNOWN } from '#words/story.ts';
import { TIMELINE } from '#words/timeline.ts';
import { authorsOf } from '../lib/citation/record.ts';
import type { Source } from '../lib/schema/source.ts';
import { KINDS, kindLike } from '../lib/schema/source-kinds.ts';
import type { ReportData } from '../lib/schema/story.ts';
import { nameOf } from '../lib/text/terms.ts';
import { fullTextGround, type Owned, rightsOf } from './rights.ts';

/** Names as one line: 「记者 陈浩，通讯员 林小溪、何平」; says so where the source has none. */
export function bylineText(bylines: Source['bylines']): string {
  if (bylines.length === 0) return UNKNOWN.byline;
  return bylines.map(({ role, names }) => `${role ? `${role} ` : ''}${names.join(LIST)}`).join(COMMA);
}

/** When the original appeared, with the certainty that is known. */
export function sourceDateText({ date, extent, dateBasis, ground, printed }: Source): string {
  if (!date) return printed ? TIMELINE.undatedText(printed) : UNKNOWN.date;
  return formatDate(date, { basis: dateBasis, extent, ground, printed });
}

/** The words for a kind of source; the archive may call it otherwise, or have kinds of its own. */
export function kindWords(kind: string): (typeof KIND_WORDS)['other'] {
  const words = KIND_WORDS[kindLike(kind)];
  const own = Object.hasOwn(archive.sourceKinds, kind) ? archive.sourceKinds[kind]?.name : undefined;
  return own ? { ...words, name: own } : words;
}

type Text = ReportData['text'];

/** One line under the title: 「据《东河日报》陈浩、林小溪、何平报道改写」. */
export function creditText(source: Source, text: Text, others: readonly Source[] = []): string {
  const words = kindWords(source.kind);
  const { kind, publisher, headline, programme, recipient } = source;
  const names = authorsOf(source).join(LIST);
  const who = kindLike(kind) === 'letter' ? SOURCES.letter(names, recipient ?? '') : names;
  const credit = words.credit(
    who || (hasBylines(source) ? UNKNOWN.byline : ''),
    publisher ?? '',
    headline ?? programme ?? '',
  );
  return SOURCES.according(others.length > 0 ? SOURCES.andOthers(credit, others.length + 1) : credit, TEXT_DEEDS[text]);
}

/** Whether it is worth saying of a source that nobody is named: reports have authors, a stone need not. */
const hasBylines = ({ kind }: Source): boolean => ['newspaper', 'interview', 'letter'].includes(kindLike(kind));

/** What the text on the page is of its source, in one sentence. */
export function textKindText(story: Owned & { text: Text; source: Source }): string {
  if (story.text !== 'full') return TEXT_KINDS[story.text](kindWords(story.source.kind).original);
  return FULL_TEXT[fullTextGround(rightsOf(story) ?? { licence: 'own' })];
}

/** Kinds of source of which a reader should hear that nobody knows whose voice it is, or how its text came here. */
const isPress = (kind: string): boolean => ['newspaper', 'webpage', 'broadcast'].includes(kindLike(kind));

/** What kind of voice a source is: 「通讯员来稿」; '' where there is nothing to say. */
export function natureText({ kind, nature }: Source): string {
  if (nature) return nature.map((id) => nameOf(archive.sourceNatures, id)).join(LIST);
  return isPress(kind) ? UNKNOWN.fact : '';
}

/** How the text of a source reached this site. */
function provenanceText({ kind, provenance }: Source): string {
  if (provenance) return nameOf(archive.provenances, provenance);
  return isPress(kind) ? UNKNOWN.fact : '';
}

/** Whose voice a text retells, and that its figures are not checked, in one sentence or two; '' where there is nothing to say. */
export function voiceText({ source, figures }: { source: Source; figures: readonly unknown[] }): string {
  const nature = natureText(source);
  return [nature && STORY_END.voice(nature), figures.length > 0 && STORY_END.unchecked(kindWords(source.kind).original)]
    .filter(Boolean)
    .join('');
}

/** A line of a card: its name and what it says, an address where it is one. */
export interface SourceRow {
  label: string;
  text: string;
  href?: string;
}

/** What is known of a source, line by line; of a newspaper also what is not known. */
export function sourceRows(source: Source): SourceRow[] {
  const like = kindLike(source.kind);
  const words = kindWords(source.kind);
  const isPaper = like === 'newspaper';
  const row = (label: string, text: string | null | undefined, href?: string): SourceRow[] =>
    text ? [{ label, text, ...(href ? { href } : {}) }] : [];
  const publisher = source.publisher ?? (source.publisher === null ? words.noPublisher : '');
  const fields = KINDS[like].fields.flatMap((field): SourceRow[] => {
    if (field === 'publisher') return [];
    const value = source[field];
    return row(SOURCE_FIELD_WORDS[field], Array.isArray(value) ? value.join(LIST) : value);
  });
  return [
    ...(isPaper ? [] : row(SOURCE_FIELD_WORDS.kind, words.name)),
    ...row(words.headline, source.headline ?? (isPaper ? words.noHeadline : '')),
    ...row(PUBLISHER_WORDS[like], publisher),
    ...row(SOURCE_FIELD_WORDS.nature, natureText(source)),
    ...(isPaper || source.bylines.length > 0 ? row(words.byline, bylineText(source.bylines)) : []),
    ...row(words.date, sourceDateText(source)),
    ...fields,
    ...row(SOURCE_CARD.dateNote, source.dateNote),
    ...row(words.note, source.note),
    ...row(SOURCE_FIELD_WORDS.provenance, provenanceText(source)),
    ...row(SOURCE_FIELD_WORDS.url, source.url, source.url),
    ...row(SOURCE_FIELD_WORDS.accessed, source.accessed),
  ];
}
