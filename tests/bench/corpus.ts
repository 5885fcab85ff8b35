import { existsSync, readFileSync } from 'node:fs';
import { readContent } from '../../src/editing/files/read-content.ts';
import type { IndexedPage } from '../../src/search/types.ts';
import { config } from '../../src/site/config.ts';
import { randomFrom } from '../support/random.ts';

const CORPORA = '../shared/corpora';
const PAGE = 1500;
const COUNTIES = 10;
const YEARS = 7;

/** Whether the corpora of real text are on this machine. */
export const hasCorpora = (): boolean => existsSync(`${CORPORA}/gov-home.jsonl`);

export const readLines = <T>(file: string): T[] =>
  readFileSync(`${CORPORA}/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** Story-shaped pages of some 1,500 characters, put together from sentences of real reports and laws; never published. */
export function makePages(count: number): IndexedPage[] {
  const random = randomFrom(count);
  const sentences = sourceText()
    .split(/(?<=[。！？；\n])/)
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > 8 && length < 200);
  const take = () => sentences[Math.floor(random() * sentences.length)] ?? '';
  return Array.from({ length: count }, (_, number) => {
    const blocks = [{ id: '', text: take().slice(0, 20), title: true }];
    for (let length = 0; length < PAGE; ) {
      const text = take() + take() + take() + take();
      blocks.push({ id: `p-${blocks.length}`, text, title: false });
      length += text.length;
    }
    const year = String(2015 + (number % YEARS));
    const facets = { county: [`county-${number % COUNTIES}`], year: [year] };
    return { url: `/stories/${String(number).padStart(5, '0')}/`, blocks, facets, date: year };
  });
}

function sourceText(): string {
  if (hasCorpora()) {
    const files = ['gov-home.jsonl', 'retrieval-law-small/docs.jsonl'];
    return files.flatMap((file) => readLines<{ text: string }>(file).map(({ text }) => text)).join('\n');
  }
  return readContent(config().contentFolder)
    .map(({ text }) => text.replace(/^---[\s\S]*?\n---\n|<[^>]*>/g, ''))
    .join('\n');
}
