import { existsSync, readFileSync } from 'node:fs';
import { readContent } from '../../src/editing/files/read-content.ts';
import type { Field, IndexedPage, Term } from '../../src/search/types.ts';
import { config } from '../../src/site/config.ts';
import { randomFrom } from '../support/random.ts';
import { readIndex } from '../support/search-index.ts';

const CORPORA = '../shared/corpora';
const PAGE = 1500;
const COUNTIES = 10;
const YEARS = 7;

/** What is said of pages, the bundled archive's and those that are made. */
export const FIELDS: readonly Field[] = [
  { id: 'headline', label: '原题', names: ['原题'], title: true },
  { id: 'author', label: '作者', names: ['作者'] },
  { id: 'publisher', label: '报刊', names: ['报刊'] },
  { id: 'county', label: '县', names: ['县'] },
  { id: 'published', label: '日期', names: ['日期', '年'], dated: true },
  { id: 'milestone', label: '记事', names: ['记事', '日期'], dated: true, entry: true },
  { id: 'region', label: '省市', names: ['省'] },
  { id: 'genre', label: '体裁', names: ['体裁'] },
  { id: 'figure', label: '数字', names: ['数字'], entry: true },
  { id: 'notes', label: '说明', names: ['说明'] },
  { id: 'background', label: '背景', names: ['背景'] },
];

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
    const short = () => take().slice(0, 16);
    const fields = {
      headline: [short()],
      author: [short().slice(0, 3)],
      publisher: [`第${number % 20}日报`],
      county: [`第${number % COUNTIES}县`],
      published: [{ text: `${year} 年`, days: `${year}-01-01/${year}-12-31` }],
      milestone: Array.from({ length: 5 }, (_, i) => ({ text: short(), id: `m-${i}`, days: `${year}-0${i + 1}-15` })),
    };
    return { url: `/stories/${String(number).padStart(5, '0')}/`, blocks, facets, date: year, fields };
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

/** The names that a built archive gives. */
export const readTerms = (folder: string): Term[] => readIndex(folder).terms;

/** The pages of a built archive as they were indexed, the fields called as those of the pages that are made. */
export const readIndexed = (folder: string): IndexedPage[] =>
  readIndex(folder).texts.sort((a, b) => (a.url < b.url ? -1 : 1));
