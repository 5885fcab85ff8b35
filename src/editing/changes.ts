import { type Manuscript, readStory } from '../lib/manuscript/manuscript.ts';
import type { Finding } from '../lib/manuscript/problem.ts';
import type { StoryData } from '../lib/schema/story.ts';
import { foldText } from '../lib/text/fold.ts';

/** Facts a reader may have cited. */
const FACTS = ['title', 'subtitle', 'summary', 'milestones', 'figures', 'source'] as const;

/**
 * What was done to a published story behind its readers' backs.
 * @param before the story as last published
 * @param now the story as it lies there; null where it is gone
 */
export function findSilentChanges(before: string, now: string | null): Finding[] {
  const old = readVersion(before);
  if (old.data?.status !== 'published') return [];
  if (now === null) {
    return [
      {
        line: 1,
        column: 1,
        rule: 'silent-removal',
        message: '已发表的文章被删除或改名，读者手里的链接会失效',
        cure: '恢复它，要撤稿写 status: retired',
      },
    ];
  }
  const current = readVersion(now);
  const { data: story, head } = current;
  if (!story || story.status === 'retired') return [];
  const findings: Finding[] = [];
  if (story.published !== old.data.published) {
    const message = `发表日从 ${old.data.published} 改成了 ${story.published}`;
    findings.push({
      ...head.locate(['published']),
      rule: 'silent-day',
      message,
      cure: '发表日不改；修订日写在 updated',
    });
  }
  const changed = [
    ...(isSame(wordsOf(old), wordsOf(current), old.data, story) ? [] : ['正文']),
    ...FACTS.filter((field) => differs(old.data, story, field)),
  ];
  if (changed.length > 0 && story.corrections.length <= old.data.corrections.length) {
    findings.push({
      ...head.locate(['corrections']),
      rule: 'silent-change',
      message: `已发表的文章改了${changed.join('、')}，却没有写更正`,
      cure: '在 corrections 里加一条 { date, kind: 更正|补充|说明, text }，并改 updated',
    });
  }
  return findings;
}

const readVersion = (source: string): Manuscript<StoryData> => readStory({ path: '', text: source });

/** The words without white space, punctuation of one width: typing may be mended in silence. */
const wordsOf = ({ body }: Manuscript<StoryData>): string => foldText(body.blocks.map(({ text }) => text).join('\n'));

const differs = (a: StoryData | null, b: StoryData, field: (typeof FACTS)[number]) =>
  !isSame(foldText(JSON.stringify(a?.[field] ?? null)), foldText(JSON.stringify(b[field] ?? null)), a, b);

/** The same words, but for names that are withheld in one of the two: the page says so itself. */
function isSame(a: string, b: string, before: StoryData | null, now: StoryData): boolean {
  return a === b || mayHaveNamed(b, now).test(a) || (before !== null && mayHaveNamed(a, before).test(b));
}

/** A name in any spelling, with readings above it. */
const NAME = /^[\p{Script=Han}\p{Script=Latin}\p{M}·•・‧.()]+$/u;
const LONGEST_NAME = 40;

/**
 * Whether one text is the other with names in place of what stands for them. Piece by piece, at all places where a piece
 * may begin: a pattern with so many choices could take for ever.
 */
function mayHaveNamed(words: string, { withheld }: StoryData): { test: (text: string) => boolean } {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const instead = [...new Set(withheld.map(({ as }) => foldText(as)))].filter((as) => as !== '');
  const [first = '', ...rest] = instead.length > 0 ? words.split(new RegExp(instead.map(literal).join('|'))) : [words];
  const isName = (text: string) => instead.includes(text) || (text.length > 1 && NAME.test(text));
  return {
    test: (text) => {
      let ends = new Set(text.startsWith(first) ? [first.length] : []);
      for (const piece of rest) {
        const next = new Set<number>();
        for (const end of ends)
          for (let at = end + 1; at <= Math.min(text.length, end + LONGEST_NAME); at++)
            if (text.startsWith(piece, at) && isName(text.slice(end, at))) next.add(at + piece.length);
        ends = next;
      }
      return ends.has(text.length);
    },
  };
}
