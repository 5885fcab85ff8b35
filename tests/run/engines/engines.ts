// The same journey in every engine that readers have: Chromium of today, Firefox ESR, WebKitGTK, and two Chromiums of
// years ago, one near the browser floor and one below it. What is missing on this machine is skipped, and said.
import { createSiteServer, freePort } from '../../../src/commands/static-server.ts';
import { manuscripts } from '../../support/content.ts';
import { findChromium } from '../browser.ts';
import type { Build } from '../test-builds.ts';
import { startChromium } from './chromium.ts';
import type { Engine, Launcher } from './engine.ts';
import { findFirefox, startFirefox } from './firefox.ts';
import { travel, travelBelow } from './journey.ts';
import { unpackChromium } from './old-chromium.ts';
import { findWebKit, startWebKit } from './webdriver.ts';

const given = async <Found>(found: Found | null, start: (found: Found) => Promise<Engine>) =>
  found === null ? null : start(found);

const LAUNCHERS: readonly Launcher[] = [
  { label: 'Chromium', start: () => given(findChromium(), startChromium), missing: 'npm run setup:browser' },
  { label: 'Firefox ESR', start: () => given(findFirefox(), startFirefox), missing: 'apt-get install firefox-esr' },
  {
    label: 'WebKitGTK',
    start: () => given(findWebKit(), startWebKit),
    missing: 'apt-get install webkit2gtk-driver xvfb',
  },
  {
    label: 'Chromium near the floor',
    start: () => given(unpackChromium('chromium-103'), startChromium),
    missing: 'Linux on x64 only',
  },
  {
    label: 'Chromium below the floor',
    start: () => given(unpackChromium('chromium-92'), startChromium),
    missing: 'Linux on x64 only',
    isOld: true,
  },
];

/** Words of a story, so that every engine finds the same. */
function phrase(): string {
  const paragraph = manuscripts[0]?.blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  return /\p{Script=Han}{4}/u.exec(paragraph)?.[0] ?? '';
}

/**
 * Runs the journey in all engines, and prints what was seen.
 * @param only labels that begin so; all without
 * @returns whether all that are here saw the same, and none failed
 */
export async function runEngines(build: Build, only = ''): Promise<boolean> {
  const port = await freePort(4361);
  const server = createSiteServer(build).listen(port, 'localhost');
  const base = `http://localhost:${port}${build.base}`;
  let expected: string | undefined;
  let isFine = true;
  for (const { label, start, missing, isOld } of LAUNCHERS.filter((each) => each.label.startsWith(only))) {
    let engine: Engine | null = null;
    try {
      engine = await start();
      if (!engine) {
        console.log(`${label}: SKIPPED, it is not on this machine (${missing})`);
        continue;
      }
      if (isOld) {
        const faults = await travelBelow(engine, base);
        console.log(
          `${label}, ${engine.name}: ${faults.length === 0 ? 'text first, with one line' : faults.join('\n  ')}`,
        );
        isFine &&= faults.length === 0;
        continue;
      }
      const sights = await travel(engine, base, phrase());
      const seen = JSON.stringify(sights, null, 2);
      expected ??= seen;
      const isSame = seen === expected;
      console.log(
        `${label}, ${engine.name}: ${isSame ? 'the whole journey' : `saw otherwise:\n${seen}\nnot\n${expected}`}`,
      );
      isFine &&= isSame;
    } catch (error) {
      isFine = false;
      console.log(`${label}${engine ? `, ${engine.name}` : ''}: ${error instanceof Error ? error.message : error}`);
    } finally {
      await engine?.close();
    }
  }
  server.close();
  return isFine;
}
