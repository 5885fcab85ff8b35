import { COLON, GAP } from '#words/punctuation.ts';
import { SEARCH } from '#words/search.ts';
import { STORY_END } from '#words/story.ts';
import { clausesOf } from '../../lib/text/titles.ts';
import { pageAddress } from '../../lib/urls.ts';
import { type KwicLine, linesOf, writtenIn } from '../../search/context.ts';
import { type FieldLine, fieldLinesOf } from '../../search/field-lines.ts';
import type { Answer } from '../../search/search.ts';
import type { Field, PageText } from '../../search/types.ts';
import { writeTerms } from '../../search/wanted.ts';
import { hitAddress } from '../../site/search-address.ts';
import type { ResultCard } from '../../site/search-card.ts';
import { h } from './dom.ts';

/** Lines shown of one story, and of what is said of it. */
const SHOWN = 3;
const FIELDS_SHOWN = 3;
const REACH = 28;

/** A story with what was found in it. */
export interface Found {
  page: PageText;
  lines: KwicLine[];
  /** What was found in what is said of it beside its text. */
  fieldLines: FieldLine[];
  /** What was searched, in every way in which the page writes it. */
  phrases: string[][];
}

export const cardOf = ({ page }: Found): ResultCard => page.card as ResultCard;

export const find = (
  page: PageText,
  { phrases, leaves }: Pick<Answer, 'phrases' | 'leaves'>,
  fields: readonly Field[] = [],
): Found => ({
  page,
  fieldLines: fieldLinesOf(page, fields, leaves),
  phrases: writtenIn(page, phrases),
  lines: linesOf(page, phrases, REACH).map(named),
});

/** Parts of a story that are not its text say what they are, before what was found in them. */
const PARTS: Readonly<Record<string, string>> = { terms: STORY_END.terms, unsaid: STORY_END.unsaid };

function named(line: KwicLine): KwicLine {
  const part = PARTS[line.id];
  if (part === undefined) return line;
  return { ...line, before: part + COLON + (line.cutBefore ? '…' : '') + line.before, cutBefore: false };
}

/** Address of an occurrence, with what the story's page is to mark. */
export const addressOf = ({ page, phrases }: Found, line?: KwicLine): string =>
  hitAddress(page.url, phrases.map(writeTerms), line?.id ?? '');

/** One story of the list, with its first lines. */
export function resultItem(found: Found): HTMLElement {
  const { title, wording = {}, county, region, genre, date } = cardOf(found);
  const { lines, fieldLines, page } = found;
  const counts = [
    lines.length > 0 && SEARCH.times(lines.length),
    fieldLines.length > 0 && SEARCH.recordTimes(fieldLines.length),
  ].filter((count) => count !== false);
  return h(
    'li',
    { 'data-search-result': page.url },
    h(
      'h2',
      {},
      h(
        'a',
        { href: addressOf(found), ...wording },
        ...clausesOf(title).map((text) => h('span', { class: 'clause' }, text)),
      ),
    ),
    h(
      'p',
      { class: 'kicker' },
      h('b', {}, [region, county].filter(Boolean).join(' · ')),
      [genre, date].map((text) => GAP + text).join(''),
      ...counts.flatMap((count) => [GAP, h('span', { class: 'number' }, count)]),
    ),
    h(
      'ul',
      { class: 'result-lines', ...wording },
      ...fieldsFirst(fieldLines).map((line) => h('li', { class: 'result-field' }, fieldLink(found, line))),
      ...lines.slice(0, SHOWN).map((line) => h('li', {}, lineLink(found, line))),
    ),
  );
}

/** What says something of the story itself comes before the things that it tells of. */
const fieldsFirst = (lines: readonly FieldLine[]): FieldLine[] =>
  [...lines].sort((a, b) => Number(a.field.entry ?? false) - Number(b.field.entry ?? false)).slice(0, FIELDS_SHOWN);

function fieldLink({ page }: Found, { field, id, pieces }: FieldLine): HTMLElement {
  const href = pageAddress(page.url + (id && `#${id}`));
  return h('a', { href }, h('b', {}, field.label + COLON), ...markEverySecond(nearHits(pieces)));
}

/** What stands round the hits of a long value, such as an abstract; words of letters stay whole. */
export const nearHits = (pieces: readonly string[]): string[] =>
  pieces.map((piece, i) => {
    if (i % 2 === 1) return piece;
    const [isFirst, isLast] = [i === 0, i === pieces.length - 1];
    const before = isLast ? '' : (WORDS_END.exec(piece)?.[0] ?? '');
    const after = isFirst ? '' : (WORDS_BEGIN.exec(piece)?.[0] ?? '');
    return before.length + after.length < piece.length ? `${after}…${before}` : piece;
  });

/** The last, or the first, of a text, from the beginning or to the end of a word. */
const WORDS_END = /\p{Script=Latin}*.{0,60}$/su;
const WORDS_BEGIN = /^.{0,60}\p{Script=Latin}*/su;

const markEverySecond = (pieces: readonly string[]) =>
  pieces.map((piece, i) => (i % 2 === 1 ? h('mark', {}, piece) : piece));

function lineLink(found: Found, line: KwicLine): HTMLElement {
  const before = `${line.cutBefore ? '…' : ''}${line.before}`;
  const after = `${line.after}${line.cutAfter ? '…' : ''}`;
  return h('a', { href: addressOf(found, line) }, before, h('mark', {}, line.hit), after);
}

/** One line an occurrence, aligned on what was searched; what was found in the record, behind them. */
export function lineItems(found: Found): HTMLElement[] {
  const { title, wording = {}, county } = cardOf(found);
  const source = () => h('span', { class: 'line-source' }, h('b', {}, county), ' ', h('span', { ...wording }, title));
  const fields = found.fieldLines.map((line) =>
    h('li', { class: 'result-field', 'data-search-result': found.page.url }, fieldLink(found, line), source()),
  );
  const lines = found.lines.map((line) =>
    h(
      'li',
      { 'data-search-result': found.page.url },
      h(
        'a',
        { href: addressOf(found, line), ...wording },
        h('span', { class: 'line-before' }, h('span', {}, line.before)),
        h('mark', {}, line.hit),
        h('span', { class: 'line-after' }, line.after),
      ),
      source(),
      h('button', { type: 'button', class: 'line-cite', 'data-cite': citationOf(found, line) }, SEARCH.cite),
    ),
  );
  return [...lines, ...fields];
}

/** The story's citation, leading to the paragraph. */
export function citationOf(found: Found, { id }: KwicLine): string {
  const { cite, address } = cardOf(found);
  return id ? cite.replace(address, `${address}#${id}`) : cite;
}

/** Rows of the export, the first with the names of the columns. */
export function exportRows(all: readonly Found[]): string[][] {
  const rows = all.flatMap((found) => {
    const { title, county, date, address, rights } = cardOf(found);
    const fields = found.fieldLines.map(({ field, pieces, id }) => ({
      ...{ before: field.label + COLON + (pieces[0] ?? ''), hit: pieces[1] ?? '' },
      ...{ after: pieces.slice(2).join(''), id },
    }));
    return [...found.lines, ...fields].map(({ before, hit, after, id }) => [
      title,
      county,
      date,
      before,
      hit,
      after,
      `${address}${id && `#${id}`}`,
      rights,
    ]);
  });
  return [[...SEARCH.columns], ...rows];
}
