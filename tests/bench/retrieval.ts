import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEngine } from '../../src/search/engine.ts';
import { writeIndex } from '../../src/search/index/write-index.ts';
import { search } from '../../src/search/search.ts';
import { readLines } from './corpus.ts';

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
  const folder = resolve('.cache/bench', set);
  const { folder: written } = await writeIndex(
    documents.map(({ id, title = '', text }) => ({
      url: id,
      blocks: [{ id: '', text: title, title: true }, ...text.split('\n').map((line) => ({ id: '', text: line }))],
    })),
    folder,
  );
  globalThis.fetch = async (url) => new Response(readFileSync(join(written, String(url).replace('http://bench/', ''))));
  const engine = await openEngine('http://bench/', () => import(join(written, 'pagefind.js')));
  const questions = readLines<Text>(`${set}/queries.jsonl`).filter((_, i) => i % EVERY === 0);
  let sum = 0;
  for (const { id, text } of questions) {
    const { pages } = await search(text, engine, async () => ({ words: [], forms: '' }));
    const place = pages.slice(0, 10).findIndex((page) => answers.get(id)?.has(documents[page]?.id ?? ''));
    if (place >= 0) sum += 1 / (place + 1);
  }
  return sum / questions.length;
}
