import { READING_STATUS } from '#words/reading.ts';
import styles from '../../styles/progress.css?url';
import { addStyles } from '../add-styles.ts';
import { h } from '../search/dom.ts';
import type { ReadingPlace } from './reading-places.ts';

/** What the line at the foot of the window is told. */
export interface Reading {
  /** How much of the text has been in sight, 0 to 1. */
  read: number;
  /** Minutes that the whole text takes. */
  minutes: number;
  /** Where the reader stopped when they were last here; undefined once that is settled. */
  before: ReadingPlace | undefined;
  /** Called when the reader goes there, or would rather not. */
  settle: () => void;
}

/** Makes the line at the foot of the window, which says how far a text has been read and leads to where one stopped. */
export async function makeLine(page: Document): Promise<(reading: Reading) => void> {
  await addStyles(styles);
  const bar = h('progress', { max: '1', 'aria-label': READING_STATUS.progress });
  const words = h('span', {});
  const line = h('div', { class: 'progress-line', hidden: '' }, bar, words);
  page.body.append(line);
  let offer: HTMLElement | undefined;
  return ({ read, minutes, before, settle }) => {
    if (before && !offer) {
      offer = offerOf(page, before, settle);
      page.body.append(offer);
    }
    if (!before) {
      offer?.remove();
      offer = undefined;
    }
    line.hidden = Boolean(before) || read <= 0 || read >= 1;
    bar.value = read;
    const left = Math.round((1 - read) * minutes);
    words.textContent = left < 1 ? READING_STATUS.almost : READING_STATUS.left(left);
  };
}

function offerOf(page: Document, [id]: ReadingPlace, settle: () => void): HTMLElement {
  const there = page.getElementById(id);
  const headings = [...page.querySelectorAll('.prose h2')];
  const section = headings.findLast(
    (heading) => there && heading.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const go = h('button', { type: 'button', class: 'button' }, READING_STATUS.resume);
  const no = h('button', { type: 'button', class: 'button' }, READING_STATUS.dismiss);
  go.addEventListener('click', () => {
    settle();
    there?.scrollIntoView({ block: 'start' });
    there?.setAttribute('tabindex', '-1');
    there?.focus({ preventScroll: true });
  });
  no.addEventListener('click', settle);
  const said = h('span', { role: 'status' }, READING_STATUS.wasHere(section?.textContent ?? ''));
  return h('div', { class: 'progress-line resume' }, said, go, no);
}
