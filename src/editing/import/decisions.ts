import { UNRESOLVED } from '../../lib/schema/unresolved.ts';
import type { Facts } from './arrange/facts.ts';
import type { Article, Decision, Line } from './text/model.ts';

/** What was decided about each line of an article, and what was found out about it as a whole. */
export function decisionsOf(article: Article, facts: Facts): Decision[] {
  const list = (what: string, lines: readonly Line[]) =>
    lines.map(({ number, text }) => ({ line: number, what, text }));
  const body = article.body.flatMap((block): Decision[] => {
    const [first] = block.lines;
    if (!first || block.kind === 'markup') return [];
    if (block.kind === 'heading')
      return [{ line: first.number, what: '小标题', text: block.lines.map(({ text }) => text).join(' ') }];
    const joined = block.lines
      .slice(1)
      .map((line) => ({ line: line.number, what: '接上一段', text: line.text.slice(0, 24) }));
    return block.question
      ? [
          ...joined,
          {
            line: block.lines.at(-1)?.number ?? 0,
            what: UNRESOLVED,
            text: block.question.replace(`${UNRESOLVED}：`, ''),
          },
        ]
      : joined;
  });
  return [
    ...list('栏目', article.labels),
    ...list('题目', article.headline),
    ...list('副题', article.subtitle),
    ...list('作者', article.credits),
    ...list('图片说明', article.captions),
    ...list('移入版面说明', article.notes),
    ...body,
    { line: 0, what: '县区', text: facts.county ?? UNRESOLVED },
    {
      line: 0,
      what: '作者',
      text: facts.bylines.map(({ role, names }) => `${role ?? ''} ${names.join(' ')}`.trim()).join('；') || '没有找到',
    },
    { line: 0, what: '日期', text: facts.date ?? UNRESOLVED },
  ].sort((a, b) => a.line - b.line);
}
