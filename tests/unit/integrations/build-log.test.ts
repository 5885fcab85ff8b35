import type { AstroLoggerMessage } from 'astro';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildLog } from '../../../src/integrations/build-log.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const say = (message: string, more: Partial<AstroLoggerMessage> = {}): AstroLoggerMessage => ({
  level: 'info',
  label: null,
  message,
  newLine: true,
  ...more,
});

/** As Astro tells of a page: where it goes, then how long it took. */
const page = (path: string, end = ' (+2ms) '): AstroLoggerMessage[] => [
  say(`  ├─ ${path}`, { newLine: false }),
  say(end, { label: 'SKIP_FORMAT' }),
];

/** What stands in the terminal after these events, `pause` milliseconds apart. */
function tell(events: readonly AstroLoggerMessage[], pause = 0): string[] {
  const lines: string[] = [];
  const log = buildLog({ write: ({ message, newLine }) => void lines.push(message + (newLine ? '' : '…no end')) });
  for (const event of events) {
    log.write(event);
    vi.advanceTimersByTime(pause);
  }
  return lines;
}

test('two thousand pages in ten seconds are told in ten lines, the last of them nearly all', () => {
  const pages = Array.from({ length: 2000 }, (_, i) => page(`/stories/${i}/index.html`)).flat();
  const lines = tell(pages, 10_000 / pages.length);
  expect(lines.length).toBeGreaterThanOrEqual(9);
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(Number(/\d+/.exec(lines.at(-1) ?? '')?.[0])).toBeGreaterThan(1700);
});

test('a small archive is told without a line on any page, but with all else in order', () => {
  const heading = say('\n generating static routes ', { label: 'SKIP_FORMAT' });
  const end = say('✓ Completed in 867ms.\n');
  const summary = say('149 page(s) built in 3.62s', { label: 'build' });
  const events = [heading, ...page('/404.html'), ...page('/index.html'), say('  ▶ /assets/a.webp'), end, summary];
  expect(tell(events)).toEqual([heading, end, summary].map(({ message }) => message));
});

test('warnings and errors between pages are told, each on a line of its own', () => {
  const warning = say('  an image could not be read', { level: 'warn', label: 'build' });
  const error = say('  the page broke', { level: 'error' });
  const [open] = page('/broken/index.html');
  expect(tell([open as AstroLoggerMessage, warning, ...page('/'), error])).toEqual([warning.message, error.message]);
});

test('a page that came out empty is named', () => {
  const lines = tell([
    ...page('/'),
    ...page('/empty/index.html', ' (+1ms) (file not created, response body was empty)'),
  ]);
  expect(lines).toEqual([expect.stringMatching(/empty\/index\.html .*not created/)]);
});

test('that an archive has no series or comparisons is no warning; any other warning is told', () => {
  const absent =
    'The collection "series" does not exist or is empty. Please check your content config file for errors.';
  const other = 'The collection "series" could not be read';
  const warn = (message: string) => say(message, { level: 'warn', label: 'content' });
  expect(tell([warn(absent), warn(other)])).toEqual([other]);
});
