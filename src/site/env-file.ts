import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { nearest } from '../lib/manuscript/nearest.ts';

/** What may be written down for good. Others are of one run alone, such as whether drafts are shown. */
export const LASTING = [
  'SITE_URL',
  'BASE_PATH',
  'CONTENT_DIR',
  'OUT_DIR',
  'CONTACT_URL',
  'MAP_OUTLINES',
  'PUBLIC_TIANDITU_KEY',
  'PUBLIC_TIANDITU_HOST',
  'OFFLINE',
  'INDEX_LINKS',
  'SEARCH_WHOLE_UP_TO',
  'PORT',
  'WITHHELD_FILE',
] as const;

/** Letters of a name that may be a slip of one of ours. */
const SHORTEST_SLIP = 7;

/** Where it is written down: in the project's folder, in which every command runs. */
export const ENV_FILE = '.env';

/**
 * The variables that `.env` sets; none where there is no such file. Variables that are not ours are left alone, since
 * other programs read such files too.
 * @param file another file, or `none`
 * @throws in one Chinese sentence where the name of a variable is misspelt, or the file cannot be read
 */
export function readEnvFile(file: string = ENV_FILE): Partial<Record<string, string>> {
  if (file === 'none') return {};
  const text = readText(file || ENV_FILE);
  if (text === null) return {};
  // Saved by Windows: a mark at the beginning, and lines that end in two signs.
  const given = parseEnv(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  for (const name of Object.keys(given)) {
    // Short names are near to many: HOST is no misspelt PORT.
    const isKnown = name.length < SHORTEST_SLIP || LASTING.some((known) => known === name);
    const guess = isKnown ? null : nearest(name, LASTING);
    if (guess) throw plainError(`${file} 里不认识的变量 ${name}：是不是 ${guess}？`);
  }
  return Object.fromEntries(LASTING.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && /ENOENT|ENOTDIR/.test(error.message)) return null;
    throw plainError(`${file} 读不出来：没有权限，或者它不是普通的文件`);
  }
}

/** Where in the program it was found helps no operator. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}
