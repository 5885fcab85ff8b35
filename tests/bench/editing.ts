// node tests/bench/editing.ts: 1,000 generated stories checked (≤ 10 s) and 1,000 texts imported (≤ 60 s) in ≤ 500 MB.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTargets } from '../../src/editing/files/check-targets.ts';
import { readCountyNames } from '../../src/editing/files/county-names.ts';
import { importFile } from '../../src/editing/import/import-file.ts';
import { isError } from '../../src/lib/manuscript/problem.ts';
import { randomFrom } from '../support/random.ts';

const COUNT = 1000;
const WORDS =
  '春天村里的人把每一笔收入和支出都写在本子上谁家有几亩地几头牛写得清清楚楚后来又有了第二本账记着各家各户要办的事情';

const random = randomFrom(20201110);
const pick = (length: number) => Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join('');
const paragraph = () =>
  Array.from({ length: 6 }, () => pick(30))
    .join('，')
    .concat('。');
const body = () => Array.from({ length: 15 }, paragraph).join('\n\n');

function generateContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  const model = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
  mkdirSync(join(folder, 'stories/jianan'), { recursive: true });
  for (let i = 0; i < COUNT; i++) writeFileSync(join(folder, `stories/jianan/story-${i}.mdx`), `${model}\n${body()}\n`);
  return folder;
}

async function measure(name: string, limit: number, action: () => Promise<string>): Promise<void> {
  const began = performance.now();
  const result = await action();
  const seconds = (performance.now() - began) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const isFine = seconds <= limit && megabytes <= 500;
  if (!isFine) process.exitCode = 1;
  console.log(
    `${isFine ? 'ok  ' : 'SLOW'} ${name}: ${seconds.toFixed(1)} s (limit ${limit}), ${megabytes.toFixed(0)} MB; ${result}`,
  );
}

const folder = generateContent();
await measure(`check ${COUNT} stories`, 10, async () => {
  const { problems } = await checkTargets([folder], { project: folder, day: '2027-01-01' });
  return `${problems.filter(isError).length} errors`;
});
rmSync(folder, { recursive: true });
await measure(`import ${COUNT} texts`, 60, async () => {
  const options = { split: false, counties: readCountyNames('src/content'), day: '2026-12-01' };
  let losses = 0;
  for (let i = 0; i < COUNT; i++) {
    const text = `两本账里的春天\n\n记者 张三\n\n${body()}\n`;
    const result = await importFile('a.txt', new TextEncoder().encode(text), options);
    losses += 'problem' in result ? 1 : result.articles.flatMap((article) => article.losses).length;
  }
  return `${losses} losses`;
});
