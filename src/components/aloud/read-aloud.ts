import { ALOUD, SPEEDS } from '#words/aloud.ts';
import { spokenText } from '../../lib/text/spoken.ts';
import styles from '../../styles/read-aloud.css?url';
import { addStyles } from '../add-styles.ts';
import { h } from '../search/dom.ts';
import { createPlayer, type Player, type State } from './player.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { voiceFor } from './voices.ts';

/** Under which the speed is kept in this browser. */
const SPEED_KEY = 'read-aloud-speed';
const MARK = 'read-aloud';

let open: { player: Player; bar: HTMLElement } | null = null;

/** Begins to read the story aloud, from what is in sight; where it is being read, goes on. */
export async function readAloud(page: Document, button: HTMLElement, language: string): Promise<void> {
  if (open) {
    open.player.play();
    return;
  }
  await addStyles(styles);
  const sentences = sentencesOf(page);
  const names = JSON.parse(button.dataset.readAloud || '{}') as Record<string, string>;
  const isChinese = /^zh\b/i.test(language);
  const texts = sentences.map(({ text }) => (isChinese ? spokenText(text, names) : text.trim()));
  const voice = voiceFor(language, speechSynthesis.getVoices());
  let bar: HTMLElement | undefined;
  let isInSight = true;
  const show = (index: number, state: State) => {
    bar?.toggleAttribute('data-playing', state === 'playing');
    const label = state === 'playing' ? ALOUD.pause : ALOUD.resume;
    const toggle = bar?.querySelector('[data-toggle]');
    if (toggle) toggle.textContent = label;
    const sentence = state === 'over' ? null : (sentences[index] ?? null);
    isInSight ||= isSeen();
    mark(sentence);
    // Who has scrolled on to look at something else is left there.
    if (sentence && isInSight) follow(sentence);
    isInSight = isSeen();
    if (state === 'over') close();
  };
  const player = createPlayer({ texts, voice, language, rate: storedSpeed(), show });
  const stop = () => player.stop();
  const close = () => {
    bar?.remove();
    removeEventListener('pagehide', stop);
    open = null;
    // Only where the reader was in the bar, which is gone.
    if (page.activeElement === page.body) button.focus({ preventScroll: true });
  };
  bar = makeBar(player);
  open = { player, bar };
  page.body.append(bar);
  addEventListener('pagehide', stop);
  bar.querySelector<HTMLElement>('[data-toggle]')?.focus({ preventScroll: true });
  player.play(firstInSight(sentences));
}

/** Factors of the voice's own speed. */
const RATES = [
  ['slow', 0.75],
  ['normal', 1],
  ['fast', 1.25],
  ['faster', 1.5],
] as const;

function makeBar(player: Player): HTMLElement {
  const button = (label: string, act: () => void, attributes: Record<string, string> = {}) => {
    const made = h('button', { type: 'button', class: 'button', ...attributes }, label);
    made.addEventListener('click', act);
    return made;
  };
  const speed = h(
    'select',
    { class: 'button', 'aria-label': ALOUD.speed },
    ...RATES.map(([name, value]) =>
      h('option', { value: String(value), selected: value === storedSpeed() }, SPEEDS[name]),
    ),
  );
  speed.addEventListener('change', () => {
    keepSpeed(Number(speed.value));
    player.setRate(Number(speed.value));
  });
  return h(
    'div',
    { class: 'aloud-bar', role: 'region', 'aria-label': ALOUD.bar },
    button(ALOUD.back, () => player.skip(-1)),
    button(ALOUD.pause, () => (player.state === 'playing' ? player.pause() : player.play()), { 'data-toggle': '' }),
    button(ALOUD.forward, () => player.skip(1)),
    h('label', {}, ALOUD.speed, ' ', speed),
    button(ALOUD.stop, () => player.stop()),
  );
}

function storedSpeed(): number {
  try {
    const stored = Number(localStorage.getItem(SPEED_KEY));
    return RATES.some(([, value]) => value === stored) ? stored : 1;
  } catch {
    return 1;
  }
}

function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(SPEED_KEY, String(speed));
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

/** The sentence that is read is painted; where a browser cannot paint ranges, its paragraph is. */
let marked: Sentence | null = null;
function mark(sentence: Sentence | null): void {
  marked?.block?.classList.remove(MARK);
  marked = sentence;
  const paints = 'highlights' in CSS;
  if (paints) CSS.highlights.delete(MARK);
  if (paints && sentence?.range) CSS.highlights.set(MARK, new Highlight(sentence.range));
  else sentence?.block?.classList.add(MARK);
}

const boxOf = ({ range, block }: Sentence): DOMRect | undefined => (range ?? block)?.getBoundingClientRect();

function isSeen(): boolean {
  const box = marked && boxOf(marked);
  return !box || (box.bottom > 0 && box.top < innerHeight);
}

/** Keeps a sentence between the first and the last fifth of the window. */
function follow(sentence: Sentence): void {
  const box = boxOf(sentence);
  if (!box || (box.top > innerHeight * 0.12 && box.bottom < innerHeight * 0.8)) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: box.top - innerHeight * 0.3, behavior: isStill ? 'auto' : 'smooth' });
}

const firstInSight = (sentences: readonly Sentence[]): number =>
  Math.max(
    0,
    sentences.findIndex((sentence) => (boxOf(sentence)?.top ?? -1) >= 0),
  );
