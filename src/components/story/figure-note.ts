import { READING_STATUS } from '#words/reading.ts';
import styles from '../../styles/figure-note.css?url';
import { addStyles } from '../add-styles.ts';
import { h } from '../search/dom.ts';

let close = () => {};

/** Opens what is known of a figure, under its words; the page's own list of figures holds it. */
export async function openNote(figure: HTMLElement): Promise<void> {
  close();
  const id = figure.id || figure.querySelector('[id]')?.id;
  const row = document.querySelector(`#figures [href="#${id}"]`);
  if (!row) return;
  // Without its rules it stands at the foot of the page.
  await addStyles(styles).catch(() => undefined);
  const number = row.firstElementChild?.textContent ?? '';
  const label = row.textContent.slice(number.length).trim();
  const button = h('button', { type: 'button', class: 'button' }, READING_STATUS.close);
  const all = h('a', { href: '#figures' }, READING_STATUS.allFigures);
  const note = h(
    'div',
    { class: 'figure-note', role: 'dialog', 'aria-label': label, tabindex: '-1' },
    h('p', {}, label),
    h('p', { class: 'number' }, number),
    h('p', {}, row.nextElementSibling?.textContent ?? READING_STATUS.undated),
    h('p', { class: 'figure-note-actions' }, all, button),
  );
  const leave = (event: Event) => {
    if (!(event.target instanceof Node && note.contains(event.target))) close();
  };
  const leaveByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    close();
    figure.focus();
  };
  close = () => {
    close = () => {};
    note.remove();
    figure.removeAttribute('aria-expanded');
    document.removeEventListener('pointerdown', leave);
    document.removeEventListener('focusin', leave);
    document.removeEventListener('keydown', leaveByKey);
  };
  button.addEventListener('click', () => {
    close();
    figure.focus();
  });
  all.addEventListener('click', () => close());
  document.body.append(note);
  const words = figure.getBoundingClientRect();
  const room = document.documentElement.clientWidth - note.offsetWidth - 16;
  const isBelow = words.bottom + note.offsetHeight + 16 < innerHeight;
  note.style.insetInlineStart = `${Math.max(16, Math.min(words.left, room))}px`;
  note.style.top = `${scrollY + (isBelow ? words.bottom + 8 : Math.max(8, words.top - note.offsetHeight - 8))}px`;
  figure.setAttribute('aria-expanded', 'true');
  note.focus({ preventScroll: true });
  document.addEventListener('pointerdown', leave);
  document.addEventListener('focusin', leave);
  document.addEventListener('keydown', leaveByKey);
}
