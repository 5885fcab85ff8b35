import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { search } from '../../src/search/search.ts';
import { readLines } from './corpus.ts';
import { indexSite, writeSite } from './our-search.ts';

const SETS = { CMRC: 'retrieval-wiki-cmrc', STARD: 'retrieval-law-small' };
/** One question in so many is asked. */
const EVERY = 4;

interface Text {
  id: string;
  title?: string;
  text: string;
}

/** Mean reciprocal rank of the first right page among ten, for each set of questions. */
export async function retrieval(): Promise<string> {
  const lines: string[] = [];
  for (const [name, folder] of Object.entries(SETS)) lines.push(`MRR@10 ${name}: ${(await rank(folder)).toFixed(3)}`);
  return lines.join('\n');
}

async function rank(set: string): Promise<number> {
  const documents = readLines<Text>(`${set}/docs.jsonl`).sort((a, b) => (a.id < b.id ? -1 : 1));
  const answers = new Map<string, Set<string>>();
  for (const line of readFileSync(`../shared/corpora/${set}/qrels.tsv`, 'utf8').split('\n')) {
    const [question = '', document = ''] = line.split('\t');
    answers.set(question, (answers.get(question) ?? new Set()).add(document));
  }
  const folder = join('.cache/bench', set);
  const pages = documents.map(({ id, title = '', text }) => ({
    url: `/${id}/`,
    blocks: [{ id: '', text: title, title: true }, ...text.split('\n').map((line) => ({ id: '', text: line }))],
  }));
  writeSite(pages, folder);
  const site = await indexSite(folder);
  globalThis.fetch = async (url) =>
    new Response(readFileSync(join(site.folder, String(url).replace('http://bench/', ''))));
  const engine = await site.open();
  const numbers = pages.map(({ url }) => url).sort();
  const questions = readLines<Text>(`${set}/queries.jsonl`).filter((_, i) => i % EVERY === 0);
  let sum = 0;
  for (const { id, text } of questions) {
    const { pages: found } = await search(text, engine, site.lexicon);
    const place = found.slice(0, 10).findIndex((page) => answers.get(id)?.has(numbers[page]?.slice(1, -1) ?? ''));
    if (place >= 0) sum += 1 / (place + 1);
  }
  return sum / questions.length;
}
