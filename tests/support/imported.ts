import { type Imported, type ImportResult, importFile } from '../../src/editing/import/import-file.ts';

export const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚。';
const COUNTIES = [
  { id: 'jianan', name: '建安区' },
  { id: 'ziyang', name: '紫阳县' },
];

/** What an editor gets of a file. */
export interface Got extends ImportResult {
  article: Imported;
  /** The blocks of the first article's text. */
  blocks: string[];
  /** What is told of the file. */
  told: string[];
}

/**
 * Imports a file that is to be imported whole.
 * @throws the sentence of a refusal, or what would be lost
 */
export async function take(
  name: string,
  content: string | Uint8Array,
  { split = false, beside = (_: string): Uint8Array | null => null } = {},
): Promise<Got> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await importFile(name, bytes, { split, counties: COUNTIES, day: '2026-12-01', beside });
  if ('problem' in result) throw new Error(result.problem);
  const losses = result.articles.flatMap((article) => article.losses);
  if (losses.length > 0) throw new Error(`lost: ${losses.map(({ text }) => text).join('; ')}`);
  const article = result.articles[0] as Imported;
  return {
    ...result,
    article,
    blocks: blocksOf(article),
    told: result.decisions.map(({ what, text }) => `${what}：${text}`),
  };
}

/** The blocks of an article's text, as the draft has them. */
export const blocksOf = ({ draft }: Imported): string[] =>
  draft
    .slice(draft.indexOf('\n---\n') + 5)
    .trim()
    .split('\n\n')
    .filter(Boolean);
