import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTargets } from '../../src/editing/files/check-targets.ts';
import { importFile } from '../../src/editing/import/import-file.ts';
import { formatProblems, sortProblems } from '../../src/lib/manuscript/problem.ts';
import { CONTENT_PLACES, IMPORTS } from './hostile-places.ts';

const COUNTIES = [{ id: 'jianan', name: '建安区' }];
const DAY = '2027-01-01';

/** What `check` or `import` says of a text, wherever in a content folder or in whatever file it stands. */
export const judge = (command: string, place: string, text: string): Promise<string> =>
  command === 'check' ? check(place, text) : importText(place, text);

async function check(place: string, text: string): Promise<string> {
  const into = CONTENT_PLACES[place];
  if (!into) throw new Error(`No place ${place}`);
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    cpSync('tests/fixtures/content', folder, { recursive: true });
    writeFileSync(join(folder, into.path), into.put(text));
    const { problems } = await checkTargets([folder], { project: folder, day: DAY });
    return formatProblems(sortProblems(problems), 'text');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importText(ending: string, text: string): Promise<string> {
  const whole = (await IMPORTS[ending]?.(text)) ?? text;
  const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
  const result = await importFile(`a.${ending}`, bytes, { split: true, counties: COUNTIES, day: DAY });
  if ('problem' in result) return result.problem;
  return result.articles.flatMap(({ losses }) => losses.map((loss) => `会丢 ${loss.text}`)).join('\n');
}
