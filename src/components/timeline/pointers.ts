import { TIMELINE } from '#words/timeline.ts';
import type { Choosing } from './choosing.ts';
import type { Entry } from './milestone-list.ts';

type Moved = (event: MouseEvent) => boolean;
type Find = (target: EventTarget | null) => Entry | undefined;

/** Has pointers choose, in the drawing and in the list, and the focus in the list. */
export function listenToPointers(
  drawing: HTMLElement,
  list: HTMLElement,
  entries: readonly Entry[],
  choosing: Choosing,
) {
  const hasMoved = watchPointer(drawing.ownerDocument);
  listenInDrawing(drawing, finder(entries, 'sign', 'a'), choosing, hasMoved);
  listenInList(drawing, list, finder(entries, 'element', '.entry'), choosing, hasMoved);
}

/** Tells whether a pointer has gone to what it is over: what is scrolled under one that rests was not pointed at. */
function watchPointer(page: Document): Moved {
  let last = '';
  const go = ({ clientX, clientY }: MouseEvent): boolean => {
    const before = last;
    last = `${clientX} ${clientY}`;
    return last !== before;
  };
  page.addEventListener('pointerdown', go, { capture: true, passive: true });
  return go;
}

function finder(entries: readonly Entry[], of: 'sign' | 'element', selector: string): Find {
  const byElement = new Map(entries.map((entry) => [entry[of] as Element | null, entry]));
  return (target) => {
    const element = target instanceof Element ? target.closest(selector) : null;
    return element ? byElement.get(element) : undefined;
  };
}

function listenInDrawing(drawing: HTMLElement, entryAt: Find, choosing: Choosing, hasMoved: Moved) {
  drawing.addEventListener('pointerover', (event) => {
    const entry = entryAt(event.target);
    if (entry && event.pointerType !== 'touch' && hasMoved(event)) choosing.choose(entry);
  });
  // A finger is not exact: the first tap shows which sign it found, the second leads on.
  drawing.addEventListener('click', (event) => {
    const entry = entryAt(event.target);
    if (!entry || entry === choosing.current || (event as PointerEvent).pointerType !== 'touch') return;
    event.preventDefault();
    choosing.choose(entry);
  });
}

function listenInList(drawing: HTMLElement, list: HTMLElement, entryAt: Find, choosing: Choosing, hasMoved: Moved) {
  const onDrawing = makeOnDrawing();
  for (const type of ['pointerover', 'focusin'] as const)
    list.addEventListener(type, (event) => {
      const entry = entryAt(event.target);
      if (!entry || (event.type === 'pointerover' && !hasMoved(event as PointerEvent))) return;
      choosing.choose(entry);
      if (entry.sign && onDrawing.parentElement !== entry.element) entry.element.append(onDrawing);
    });
  onDrawing.addEventListener('click', () => {
    const entry = entryAt(onDrawing);
    drawing.focus({ preventScroll: true });
    if (entry) choosing.show(entry);
  });
}

/** The button that leads from an entry to its sign; there is one, in the entry that was pointed at last. */
function makeOnDrawing(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  // For pointers: who comes to an entry by key finds its sign chosen on going back to the drawing.
  button.tabIndex = -1;
  button.className = 'button entry-on-drawing';
  button.textContent = TIMELINE.onDrawing;
  return button;
}
