import { fixManuscript } from '../fix.ts';
import { arrange } from './arrange/arrange.ts';
import { type Range, splitArticles } from './arrange/articles.ts';
import { type Facts, gatherFacts } from './arrange/facts.ts';
import { decisionsOf } from './decisions.ts';
import { type DraftOptions, writeDraft } from './draft.ts';
import { findForgotten, findLosses, findMoved } from './proof.ts';
import type { Beside } from './read/pictures.ts';
import { readFile } from './read/read.ts';
import type { Article, CountyName, Decision, Picture } from './text/model.ts';

export interface Imported {
  facts: Facts;
  /** The draft as it will be saved. */
  draft: string;
  decisions: Decision[];
  losses: { line: number; text: string }[];
}

export interface ImportResult {
  articles: Imported[];
  pictures: Picture[];
  /** Decisions on the file as a whole. */
  decisions: Decision[];
  /** What the lines of decisions count. */
  unit: '行' | '段';
  /** Headlines of the articles found, where the file was not split and holds more than one. */
  unsplit: number;
}

export interface ImportOptions {
  /** One draft for each article of a page. */
  split: boolean;
  counties: readonly CountyName[];
  day: string;
  /** Files beside the one that is imported; none without it. */
  beside?: Beside;
}

/**
 * Makes drafts of a file.
 * @param name of the file; its ending says what it is
 * @returns one Chinese sentence where it cannot be read
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportResult | { problem: string }> {
  const reading = await readFile(name, bytes, options.beside ?? (() => null));
  if ('problem' in reading) return reading;
  if (reading.lines.length === 0) return { problem: '文件里没有文字' };
  const found = splitArticles(reading.lines);
  const { several } = reading;
  if (several && !options.split)
    return {
      problem: `版面上像有 ${several.length} 篇文章（${several.join('；')}），加 --split 分开导入，或先截出要用的一篇`,
    };
  if (several && found.length !== several.length)
    return { problem: `版面上像有 ${several.length} 篇文章（${several.join('；')}），分不开，请截出要用的一篇再导入` };
  const ranges: Range[] = options.split ? found : [{ lines: reading.lines, strayed: [], continued: [] }];
  const articles = ranges.map((range) => arrange(range, options.counties, reading.repair));
  const forgotten = [...findForgotten(reading.lines, articles), ...findMoved(reading.lines, articles)];
  const imported = articles.map((article) => toDraft(article, { ...options, head: reading.head }));
  const [first] = imported;
  first?.losses.push(...forgotten.map(({ number, text }) => ({ line: number, text })));
  return {
    articles: imported,
    pictures: reading.pictures,
    decisions: reading.decisions,
    unit: reading.unit,
    unsplit: options.split ? 0 : found.length,
  };
}

function toDraft(article: Article, options: DraftOptions): Imported {
  const facts = gatherFacts(article, options);
  const { text: draft } = fixManuscript(writeDraft(article, facts, options));
  return { facts, draft, decisions: decisionsOf(article, facts), losses: findLosses(article, draft) };
}
