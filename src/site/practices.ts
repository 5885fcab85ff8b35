import { practiceKinds } from '#archive';
import { countCharacters, type StoredBlock } from '../lib/manuscript/blocks.ts';
import type { TextKind } from '../lib/manuscript/text-kinds.ts';
import { PAGE_IDS } from '../lib/schema/page-ids.ts';
import type { PracticeData } from '../lib/schema/registers.ts';
import { storiesOf } from './mentions.ts';
import type { County, Mention, Practice } from './model.ts';
import { isReport } from './stories.ts';

/** 字数 of a text that is worth a page of its own; what is shorter is read faster beside its neighbours. */
const ENOUGH = 60;

/** What decides whether a practice has a page of its own. */
interface Telling extends Pick<PracticeData, 'page' | 'background'> {
  id: string;
  blocks: readonly StoredBlock[];
  kinds: readonly TextKind[];
  pictures: Readonly<Record<string, unknown>>;
}

/**
 * Whether a practice has a page of its own: where the editors say so, else where there is something to tell beyond its
 * summary – a text of some length or of more than paragraphs, pictures, background – or where several stories tell of it.
 * @param mentions of it in the stories
 */
export function hasPage(
  { id, page, background = [], blocks, kinds, pictures }: Telling,
  mentions: readonly Mention[],
): boolean {
  // As an entry it would take the id of something else in the glossary's page.
  if (PAGE_IDS.has(id) || id in practiceKinds) return true;
  if (page !== undefined) return page;
  const isRich = kinds.length > 0 || Object.keys(pictures).length > 0 || blocks.some(({ kind }) => kind === 'heading');
  return background.length > 0 || isRich || countCharacters(blocks) >= ENOUGH || storiesOf(mentions).length > 1;
}

/** Entries of the glossary that one county's stories tell of; null where no story does. */
export interface GlossaryGroup {
  county: County | null;
  entries: { practice: Practice; mentions: readonly Mention[] }[];
}

/** The practices without a page of their own, under the county that tells of them, in the order of the counties. */
export function glossaryOf(
  practices: readonly Practice[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
  counties: readonly County[],
): GlossaryGroup[] {
  const entries = practices
    .filter((practice) => !practice.hasPage)
    .map((practice) => ({ practice, mentions: mentions.get(practice.id) ?? [] }));
  const countyOf = (entry: (typeof entries)[number]) =>
    entry.mentions.find(({ story }) => isReport(story))?.story.county?.id;
  return [...counties, null]
    .map((county) => ({ county, entries: entries.filter((entry) => countyOf(entry) === county?.id) }))
    .filter((group) => group.entries.length > 0);
}

const HAN_NUMERAL = /^[一二两三四五六七八九十]/;

/**
 * The number by which people know a practice: 123, 5+2, 三本账, 四个不等; null where its name has none.
 * Looks at the name and the aliases.
 */
export function numberName({ name, aliases }: Pick<PracticeData, 'name' | 'aliases'>): string | null {
  for (const text of [name, ...aliases]) {
    const digits = /\d+(?:\s*[+＋]\s*\d+)*/.exec(text.normalize('NFKC'));
    if (digits) return digits[0].replace(/\s/g, '');
  }
  const plain = [name, ...aliases].map((text) => text.replace(/[“”《》]/g, ''));
  return plain.find((text) => HAN_NUMERAL.test(text) && text.length <= 12) ?? null;
}

/** A practice under the number that it is known by, and what else its name says. */
export interface NumberEntry<T> {
  number: string;
  /** The rest of the name, so that two practices called 2+1 can be told apart; empty where nothing is left. */
  rest: string;
  practice: T;
}

/** Practices that are known by a number: those in digits first, in order, then those in Han numerals. */
export function byNumberName<T extends Pick<PracticeData, 'name' | 'aliases'>>(
  practices: readonly T[],
): NumberEntry<T>[] {
  return practices
    .flatMap((practice) => {
      const number = numberName(practice);
      if (!number) return [];
      const plain = practice.name.normalize('NFKC').replace(/[“”\s]/g, '');
      return [{ number, rest: plain.includes(number) ? plain.replace(number, '') : '', practice }];
    })
    .sort((a, b) => rank(a.number) - rank(b.number) || compareNumbers(a.number, b.number));
}

const rank = (number: string) => (/^\d/.test(number) ? 0 : 1);

const HAN_ORDER = '一二两三四五六七八九十';

function compareNumbers(a: string, b: string): number {
  const han = HAN_ORDER.indexOf(a.charAt(0)) - HAN_ORDER.indexOf(b.charAt(0));
  return han || a.localeCompare(b, 'zh-CN', { numeric: true });
}

/** Other names that say something else than the name without its quotes, or a part of it. */
export function otherNames({ name, aliases }: Pick<PracticeData, 'name' | 'aliases'>): string[] {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\p{P}\s]/gu, '');
  return aliases.filter((alias) => !plain(name).includes(plain(alias)));
}
