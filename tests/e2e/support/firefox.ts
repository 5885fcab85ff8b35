import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Playwright drives a Firefox of its own making; readers have another. Debian's ESR is driven over WebDriver BiDi.
const NAMES = ['firefox-esr', 'firefox'];
const folders = (process.env.PATH ?? '').split(delimiter);

/** The program of a Firefox; undefined where there is none. */
export const firefox =
  process.env.FIREFOX_PATH ?? folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);

export const NO_FIREFOX = 'NO FIREFOX on this machine: apt-get install firefox-esr, or name one in FIREFOX_PATH';
