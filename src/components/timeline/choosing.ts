import { part } from '../parts.ts';
import { type Entry, nameOf } from './milestone-list.ts';
import type { Zooming } from './zooming.ts';

/** Pixels between a sign that keys have reached and the edge of the window: room for the axis. */
const AIR = 40;

/** The line under the drawing, which says in words what is chosen and leads to it. */
export interface Readout {
  root: HTMLElement;
  say(entry: Entry | null): void;
}

/** @param list where its link leads while nothing is chosen */
export function startReadout(root: HTMLElement, list: HTMLElement): Readout {
  const link = part(root, 'a', HTMLAnchorElement);
  const words = part(root, '[data-hint]');
  const { hint = '' } = words.dataset;
  return {
    root,
    say(entry) {
      words.textContent = entry ? nameOf(entry) : hint;
      words.toggleAttribute('data-hint', !entry);
      link.hash = entry?.element.id ?? list.id;
    },
  };
}

/** One sign at a time is the chosen one: it and its entry show it, and the readout says it. */
export class Choosing {
  readonly #drawing: HTMLElement;
  readonly #readout: Readout;
  readonly #zooming: Pick<Zooming, 'reveal'>;
  #current: Entry | null = null;

  constructor(drawing: HTMLElement, readout: Readout, zooming: Pick<Zooming, 'reveal'>) {
    this.#drawing = drawing;
    this.#readout = readout;
    this.#zooming = zooming;
  }

  get current(): Entry | null {
    return this.#current;
  }

  choose(entry: Entry | null): void {
    if (entry === this.#current) return;
    markChosen(this.#current, false);
    markChosen(entry, true);
    this.#current = entry;
    if (entry?.sign) this.#drawing.setAttribute('aria-activedescendant', entry.sign.id);
    else this.#drawing.removeAttribute('aria-activedescendant');
    this.#readout.say(entry);
  }

  /** Chooses an entry and scrolls the drawing until its sign is in sight. */
  reveal(entry: Entry): void {
    this.choose(entry);
    if (entry.sign) this.#zooming.reveal(entry.sign);
  }

  /** Chooses an entry and scrolls drawing and page until its sign is clear of the window's edges and of the readout. */
  show(entry: Entry): void {
    this.reveal(entry);
    if (!entry.sign) return;
    const { top, bottom } = entry.sign.getBoundingClientRect();
    const below = bottom + AIR + this.#readout.root.offsetHeight - innerHeight;
    scrollBy({ top: top < AIR ? top - AIR : Math.max(0, below), behavior: 'instant' });
  }
}

function markChosen(entry: Entry | null, isOn: boolean) {
  entry?.element.classList.toggle('is-chosen', isOn);
  entry?.sign?.classList.toggle('is-chosen', isOn);
  entry?.sign?.setAttribute('aria-selected', String(isOn));
}
