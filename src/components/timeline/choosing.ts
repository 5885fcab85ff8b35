import { TIMELINE } from '../../lib/words/timeline.ts';
import { type Entry, nameOf } from './milestone-list.ts';
import type { startZooming } from './zooming.ts';

/** Pixels between a sign that keys have reached and the edge of the window: room for the axis. */
const AIR = 40;

/** One sign at a time is the chosen one: it and its entry show it, and the line under the drawing says it in words. */
export function startChoosing(
  drawing: HTMLElement,
  entries: readonly Entry[],
  zooming: ReturnType<typeof startZooming>,
) {
  const readout = document.querySelector('.readout') as HTMLElement;
  const link = readout.querySelector('a') as HTMLAnchorElement;
  const words = readout.querySelector('[data-hint]') as HTMLElement;
  const { hint = '' } = words.dataset;
  const list = document.querySelector('.years') as HTMLElement;
  const byElement = new Map<Element, Entry>(
    entries.flatMap((entry) => [entry.element, entry.sign].flatMap((element) => (element ? [[element, entry]] : []))),
  );
  const onDrawing = document.createElement('button');
  onDrawing.type = 'button';
  // For pointers: who comes to an entry by key finds its sign chosen on going back to the drawing.
  onDrawing.tabIndex = -1;
  onDrawing.className = 'button entry-on-drawing';
  onDrawing.textContent = TIMELINE.onDrawing;
  let current: Entry | null = null;

  function choose(entry: Entry | null, isRevealed = false) {
    if (entry !== current) {
      for (const isOn of [false, true]) {
        const { element, sign } = (isOn ? entry : current) ?? {};
        element?.classList.toggle('is-chosen', isOn);
        sign?.classList.toggle('is-chosen', isOn);
        sign?.setAttribute('aria-selected', String(isOn));
      }
      current = entry;
      if (entry?.sign) drawing.setAttribute('aria-activedescendant', entry.sign.id);
      else drawing.removeAttribute('aria-activedescendant');
      words.textContent = entry ? nameOf(entry) : hint;
      words.toggleAttribute('data-hint', !entry);
      link.hash = entry?.element.id ?? list.id;
    }
    if (isRevealed && entry?.sign) zooming.reveal(entry.sign);
  }

  /** Chooses an entry and scrolls drawing and page until its sign is clear of the window's edges and of the readout. */
  function show(entry: Entry | null) {
    choose(entry, true);
    if (!entry?.sign) return;
    const { top, bottom } = entry.sign.getBoundingClientRect();
    const below = bottom + AIR + readout.offsetHeight - innerHeight;
    scrollBy({ top: top < AIR ? top - AIR : Math.max(0, below), behavior: 'instant' });
  }

  const entryAt = (target: EventTarget | null, selector: string): Entry | undefined =>
    target instanceof Element ? byElement.get(target.closest(selector) ?? target) : undefined;

  drawing.addEventListener('pointerover', ({ target, pointerType }) => {
    const entry = entryAt(target, 'a');
    if (entry && pointerType !== 'touch') choose(entry);
  });
  // A finger is not exact: the first tap shows which sign it found, the second leads on.
  drawing.addEventListener('click', (event) => {
    const entry = entryAt(event.target, 'a');
    if (!entry || entry === current || (event as PointerEvent).pointerType !== 'touch') return;
    event.preventDefault();
    choose(entry);
  });
  for (const type of ['pointerover', 'focusin'] as const)
    list.addEventListener(type, ({ target }) => {
      const entry = entryAt(target, '.entry');
      if (!entry) return;
      choose(entry);
      if (entry.sign && onDrawing.parentElement !== entry.element) entry.element.append(onDrawing);
    });
  onDrawing.addEventListener('click', () => {
    const entry = entryAt(onDrawing, '.entry');
    drawing.focus({ preventScroll: true });
    if (entry) show(entry);
  });

  return { choose, show, current: () => current };
}
