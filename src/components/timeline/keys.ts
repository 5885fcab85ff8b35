import { nearest, stepFrom } from '../../lib/timeline/steps.ts';
import type { Choosing } from './choosing.ts';
import type { Entry } from './milestone-list.ts';
import type { Zooming } from './zooming.ts';

/** What the keys work on. */
export interface Keyed {
  drawing: HTMLElement;
  list: HTMLElement;
  entries: readonly Entry[];
  choosing: Choosing;
  zooming: Pick<Zooming, 'in' | 'out' | 'reset'>;
}

/** The drawing is one stop of the Tab key; within it, keys lead from sign to sign. */
export function listenToKeys(keyed: Keyed) {
  const { drawing, list, choosing } = keyed;
  list.tabIndex = -1;
  const actions = actionsOn(keyed);
  drawing.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  });
  drawing.addEventListener('focus', () => {
    const { current } = choosing;
    if (!drawing.matches(':focus-visible')) return;
    if (current?.sign && current.isShown) choosing.show(current);
    else step(keyed, Number.NEGATIVE_INFINITY);
  });
}

const actionsOn = (keyed: Keyed) =>
  new Map<string, () => void>([
    ['ArrowRight', () => step(keyed, 1)],
    ['ArrowLeft', () => step(keyed, -1)],
    ['ArrowDown', () => changeLane(keyed, 1)],
    ['ArrowUp', () => changeLane(keyed, -1)],
    ['Home', () => step(keyed, Number.NEGATIVE_INFINITY)],
    ['End', () => step(keyed, Number.POSITIVE_INFINITY)],
    ['Enter', () => toEntry(keyed)],
    ['Escape', () => leave(keyed)],
    ['+', () => keyed.zooming.in()],
    ['=', () => keyed.zooming.in()],
    ['-', () => keyed.zooming.out()],
    ['0', () => keyed.zooming.reset()],
  ]);

const shownOf = ({ entries }: Keyed) => entries.filter(({ sign, isShown }) => sign && isShown);

function show(choosing: Choosing, entry: Entry | undefined) {
  if (entry) choosing.show(entry);
  else choosing.choose(null);
}

function step(keyed: Keyed, by: number) {
  show(keyed.choosing, stepFrom(shownOf(keyed), keyed.choosing.current, by));
}

/** To the sign nearest in time in the next lane that shows one. */
function changeLane(keyed: Keyed, by: 1 | -1) {
  const { drawing, choosing } = keyed;
  const { current } = choosing;
  if (!current?.sign) return step(keyed, 1);
  const shown = shownOf(keyed);
  const filled = new Set(shown.map(({ lane }) => lane));
  const lanes = [...drawing.querySelectorAll<HTMLElement>('.lane')].filter((lane) => filled.has(lane));
  const next = current.lane && lanes[lanes.indexOf(current.lane) + by];
  // Signs of other lanes are not measured: those out of the window would have to be laid out.
  const inNext = shown.filter(({ lane }) => next && lane === next);
  const entry = nearest(inNext, startOf(current), startOf);
  if (entry) choosing.show(entry);
}

/** Where a sign begins in the window. */
const startOf = ({ sign }: Entry) => sign?.getBoundingClientRect().left ?? 0;

function toEntry({ choosing: { current } }: Keyed) {
  if (!current) return;
  location.hash = current.element.id;
  current.element.querySelector('a')?.focus({ preventScroll: true });
}

function leave({ list, choosing }: Keyed) {
  choosing.choose(null);
  list.focus({ preventScroll: true });
}
