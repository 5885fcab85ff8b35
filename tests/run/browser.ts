import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { type Outcome, run, runPackage } from '../../src/commands/command.ts';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** A 宋 and a 黑: the faces that the style sheet names, so that pages look the same wherever they are tested. */
const FONTS = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];
const PACKAGES = ['chromium', 'fontconfig', 'fonts-noto-cjk'];

const DOWNLOAD_TIME = 4 * 60_000;
const CURE = `Install them by hand and run this command again:
  Debian, Ubuntu   apt-get install ${PACKAGES.join(' ')}
  elsewhere        Chromium or Google Chrome on the PATH (or its path in CHROMIUM_PATH); fonts ${FONTS.join(', ')}`;

/**
 * The Chromium at hand: the one CHROMIUM_PATH names, Playwright's own, or a system one that runs.
 * Remembered in CHROMIUM_PATH, so that processes started from here need not look again.
 */
export function findChromium(): string | null {
  const known = process.env.CHROMIUM_PATH;
  if (known) return known;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [chromium.executablePath(), ...installed, ...ELSEWHERE].find((path) => existsSync(path) && runs(path));
  if (found) process.env.CHROMIUM_PATH = found;
  return found ?? null;
}

/** Ubuntu has a `chromium-browser` that only says where to get one, and a download may lack its libraries. */
const runs = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;

/**
 * Makes sure that there are a Chromium and the fonts, installing what is missing.
 * @returns the path of the Chromium
 * @throws with what was tried and the cure, where nothing works
 */
export async function provideBrowser(): Promise<string> {
  const tried: string[] = [];
  if (!findChromium()) await attempt('playwright install chromium', tried, downloadChromium);
  if (!findChromium() || !hasFonts()) await attempt(`apt-get install ${PACKAGES.join(' ')}`, tried, installPackages);
  const path = findChromium();
  if (path && hasFonts()) return path;
  const missing = [...(path ? [] : ['Chromium']), ...(hasFonts() ? [] : ['Chinese fonts'])].join(' and ');
  throw new Error(`${missing} could not be provided. Tried:\n${tried.join('\n')}\n${CURE}`);
}

async function attempt(name: string, tried: string[], action: () => Promise<Outcome>): Promise<void> {
  console.log(`  ${name} …`);
  const { code, output } = await action();
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /^(E:|Error)|not found|denied|required/i.test(line)) ?? lines.at(-1);
  tried.push(`  ${name}: ${code === 0 ? 'done' : `failed (${code}): ${reason}`}`);
}

function downloadChromium(): Promise<Outcome> {
  return runPackage('@playwright/test', ['install', 'chromium'], {
    quiet: true,
    timeout: DOWNLOAD_TIME,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
}

async function installPackages(): Promise<Outcome> {
  const program = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...program, 'apt-get', ...args];
    return run(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  const update = await apt('update');
  if (update.code !== 0) return update;
  return apt('install', '-y', '--no-install-recommends', ...PACKAGES);
}

/** Only Linux lacks Chinese fonts; there fontconfig tells. */
function hasFonts(): boolean {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  return FONTS.every((font) => stdout?.includes(font));
}
