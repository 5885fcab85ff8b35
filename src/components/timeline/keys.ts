import type { startChoosing } from './choosing.ts';
import type { Entry } from './milestone-list.ts';
import type { startZooming } from './zooming.ts';

/** The drawing is one stop of the Tab key; within it, keys lead from sign to sign. */
export function listenToKeys(
  drawing: HTMLElement,
  entries: readonly Entry[],
  choosing: ReturnType<typeof startChoosing>,
  zooming: ReturnType<typeof startZooming>,
) {
  const list = document.querySelector('.years') as HTMLElement;
  list.tabIndex = -1;
  const shown = () => entries.filter((entry) => entry.sign && entry.isShown);

  function step(by: number) {
    const all = shown();
    const current = choosing.current();
    const index = current ? all.indexOf(current) : -1;
    const next = Math.min(all.length - 1, Math.max(0, index + by));
    choosing.show(all[next] ?? null);
  }

  /** To the sign nearest in time in the next lane that shows one. */
  function changeLane(by: 1 | -1) {
    const all = shown();
    const lanes = [...new Set(all.map(({ lane }) => lane))].sort((a, b) => (a && b ? order(a, b) : 0));
    const current = choosing.current();
    if (!current?.sign) return step(1);
    const lane = lanes[lanes.indexOf(current.lane) + by];
    const x = middle(current.sign);
    const [nearest] = all
      .filter((entry) => entry.lane === lane)
      .map((entry) => ({ entry, gap: entry.sign ? Math.abs(middle(entry.sign) - x) : 0 }))
      .sort((a, b) => a.gap - b.gap);
    if (nearest) choosing.show(nearest.entry);
  }

  function toEntry() {
    const current = choosing.current();
    if (!current) return;
    location.hash = current.element.id;
    current.element.querySelector('a')?.focus({ preventScroll: true });
  }

  function leave() {
    choosing.choose(null);
    list.focus({ preventScroll: true });
  }

  const actions = new Map<string, () => void>([
    ['ArrowRight', () => step(1)],
    ['ArrowLeft', () => step(-1)],
    ['ArrowDown', () => changeLane(1)],
    ['ArrowUp', () => changeLane(-1)],
    ['Home', () => step(Number.NEGATIVE_INFINITY)],
    ['End', () => step(Number.POSITIVE_INFINITY)],
    ['Enter', toEntry],
    ['Escape', leave],
    ['+', zooming.in],
    ['=', zooming.in],
    ['-', zooming.out],
    ['0', zooming.reset],
  ]);
  drawing.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  });
  drawing.addEventListener('focus', () => {
    const current = choosing.current();
    if (!drawing.matches(':focus-visible')) return;
    if (current?.sign && current.isShown) choosing.show(current);
    else step(Number.NEGATIVE_INFINITY);
  });
}

const order = (a: Element, b: Element) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
const middle = (sign: Element) => sign.getBoundingClientRect().left;
