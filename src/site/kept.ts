import { KEPT } from '#words/kept.ts';
import type { Kept } from '../lib/addresses/kept.ts';
import { NO_ANCHORS } from '../lib/manuscript/anchors.ts';
import { path } from '../lib/urls.ts';
import { NO_GROUPS } from './groups.ts';
import type { Story } from './model.ts';
import { toCounty, toStory } from './stories.ts';

/** An address without a page of its own, as it is shown. */
export type KeptPage = MovedPage | GonePage;

/** One that leads on. */
export interface MovedPage {
  at: string;
  kind: 'moved';
  /** What stands there now is called. */
  name: string;
  href: string;
  paragraphs: Readonly<Record<string, string>> | null;
}

/** One that tells what stood there, and why no more. */
export interface GonePage {
  at: string;
  kind: 'gone';
  /** Null where nobody may know, or nobody wrote it down. */
  name: string | null;
  date: string;
  reason: string;
  /** What was a story, without all that it told: for its record. Its county too may be off the site. */
  story: Story | null;
}

/**
 * The pages at addresses that are kept.
 * @param nameAt what the page at an address is called: `stories/two-villages`
 * @param day today, `YYYY-MM-DD`
 */
export function keptPage(kept: Kept, nameAt: (at: string) => string | undefined, day: string): KeptPage {
  const { at } = kept;
  if (kept.kind === 'moved') {
    const { to, paragraphs } = kept;
    return { at, kind: 'moved', name: nameAt(to) ?? KEPT.elsewhere, href: path(`${to}/`), paragraphs };
  }
  const { date, reason } = kept;
  if (kept.kind === 'gone') return { at, kind: 'gone', name: kept.name, date, reason, story: null };
  return { at, kind: 'gone', name: kept.story?.title ?? null, date, reason, story: formerStory(kept, day) };
}

/** A story that was taken down, as far as its record needs it. */
function formerStory({ at, story: data, county }: Extract<Kept, { kind: 'retired' }>, day: string): Story | null {
  if (!data) return null;
  const unit = data.county && county ? toCounty(data.county, county, null) : undefined;
  if (data.county && !unit) return null;
  const slug = at.replace(/^.*\//, '');
  return toStory({ slug, data, blocks: [], county: unit, anchors: NO_ANCHORS, groups: NO_GROUPS }, day);
}
