// Judges hostile texts one after the other, as `check` and `import` do, for bench-hostile.ts, which ends this process
// where one of them takes too long. Reads one line of JSON for each, answers with one.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkTargets } from '../../src/editing/files/check-targets.ts';
import { importFile } from '../../src/editing/import/import-file.ts';
import { formatProblems, sortProblems } from '../../src/lib/manuscript/problem.ts';
import { CONTENT_PLACES, IMPORTS } from '../support/hostile-places.ts';
import { PAIRS, randomTexts, SIGNS, STRUCTURES } from '../support/hostile-texts.ts';

const TEXTS = new Map([...SIGNS, ...PAIRS, ...STRUCTURES, ...randomTexts(2000)].map((text) => [text.name, text]));
const COUNTIES = [{ id: 'jianan', name: '建安区' }];
const DAY = '2027-01-01';

/** What is said of a content folder with the text in it. */
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
  const whole = IMPORTS[ending]?.(text) ?? text;
  const result = await importFile(`a.${ending}`, new TextEncoder().encode(whole), {
    split: true,
    counties: COUNTIES,
    day: DAY,
  });
  return 'problem' in result
    ? result.problem
    : result.articles.flatMap(({ losses }) => losses.map((l) => `会丢 ${l.text}`)).join('\n');
}

for await (const line of createInterface({ input: process.stdin })) {
  const { name, size, command, place } = JSON.parse(line) as Record<'name' | 'command' | 'place', string> & {
    size: number;
  };
  const text = TEXTS.get(name)?.make(size) ?? '';
  const began = performance.now();
  const said = await (command === 'check' ? check : importText)(place, text).catch(
    (error: unknown) => `THROWN ${error instanceof Error ? error.stack : error}`,
  );
  const ms = Math.round(performance.now() - began);
  console.log(
    JSON.stringify({
      ms,
      lines: said.split('\n').length,
      length: said.length,
      said: said.slice(0, 300),
      mb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    }),
  );
}
