import { settingsOn } from '../layout/settings.ts';
import { makeLine, type Reading } from './progress-line.ts';
import { forgetPlaces, keepPlace, placeIn } from './reading-places.ts';

/** Of a text, what is not worth coming back to: its first lines, and its last. */
const BEGUN = 0.05;
const DONE = 0.97;

/**
 * Follows how far the text has been read – the text alone, up to its last sentence, and nothing of what comes after it –
 * and keeps the place, unless the reader's settings say otherwise.
 */
export function followReading(page: Document): void {
  const prose = page.querySelector<HTMLElement>('.prose');
  const blocks = [...page.querySelectorAll('.prose [id^="p-"]')];
  const last = blocks.at(-1);
  if (!prose || !last) return;
  const settings = settingsOn(page.documentElement);
  const address = location.pathname;
  const isOff = () => settings.get('progress') === 'off';
  let before = location.hash || location.search || isOff() ? undefined : placeIn(address);
  let line: Promise<(reading: Reading) => void> | undefined;
  let waiting = false;

  const readNow = () => {
    const { top } = prose.getBoundingClientRect();
    const { bottom } = last.getBoundingClientRect();
    return Math.min(1, Math.max(0, (innerHeight - top) / (bottom - top)));
  };
  const show = () => {
    waiting = false;
    if (isOff()) forgetPlaces();
    if (isOff() && !line) return;
    // Who reads on by themselves has no need to be brought back.
    if (scrollY > innerHeight) before = undefined;
    const read = isOff() ? 1 : readNow();
    line ??= makeLine(page);
    line.then(
      (tell) =>
        tell({
          ...{ read, before, minutes: Number(prose.dataset.minutes) },
          settle: () => {
            before = undefined;
            show();
          },
        }),
      () => {},
    );
  };
  const keep = () => {
    if (before || isOff() || scrollY === 0) return;
    const read = readNow();
    const first = blocks.find((block) => block.getBoundingClientRect().bottom > 0);
    const isWorth = first && read > BEGUN && read < DONE && scrollY > innerHeight / 2;
    keepPlace(address, isWorth ? [first.id, read] : undefined);
  };
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(show);
      waiting = true;
    },
    { passive: true },
  );
  page.addEventListener('visibilitychange', keep);
  addEventListener('pagehide', keep);
  settings.watch(() => {
    if (line || before || scrollY > 0 || isOff()) show();
  });
}
