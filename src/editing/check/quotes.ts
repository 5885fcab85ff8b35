import { type Block, charactersIn, isOwn } from '../../lib/manuscript/blocks.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { attribute, isElement, type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { foldText } from '../../lib/text/fold.ts';

/** What a story may borrow of its source at a time, in characters as readers count them. */
export const LONGEST_QUOTE = 15;

/** A verb of speech, with what may stand between it and what is said. */
const SAYS = '(?:说|道|讲|问|答|称|感叹|回忆)';
const SAID = new RegExp(`${SAYS}[^，。；：“”]{0,6}[，：]?“([^“”]+)”|“([^“”]+)”[^。；“”]{0,12}${SAYS}`, 'gu');

/** A pull quote, with who said it. */
export interface PullQuote {
  text: string;
  by: string;
  line: number;
  column: number;
}

/** The pull quotes of a text, in order. */
export function pullQuotesIn(tree: Node): PullQuote[] {
  const quotes: PullQuote[] = [];
  walk(tree, (node) => {
    if (!isElement(node) || node.name !== 'PullQuote') return;
    quotes.push({ text: textOf(node).trim(), by: attribute(node, 'by')?.trim() ?? '', ...positionOf(node) });
  });
  return quotes;
}

/**
 * Speech in a text that is ours: what is set apart as speech is somebody's, short, and stands in the text as well, where
 * search and screen readers find it; speech in running text is short.
 */
export function findWrongQuotes(tree: Node, blocks: readonly Block[], { text }: Pick<StoryData, 'text'>): Finding[] {
  if (text !== 'retold') return [];
  const written = blocks.filter(isOwn);
  const inText = foldText(written.map((block) => block.text).join(''));
  return [
    ...pullQuotesIn(tree).flatMap((quote): Finding[] => {
      const { line, column } = quote;
      const at = { line, column };
      const length = charactersIn(quote.text);
      return [
        ...(quote.by
          ? []
          : [
              {
                ...at,
                rule: 'quote-speaker' as const,
                message: '引文没有写是谁说的',
                cure: '写成 <PullQuote by="谁">原话</PullQuote>；不是谁说的话，就不要排成引文',
              },
            ]),
        ...(length > LONGEST_QUOTE
          ? [
              {
                ...at,
                rule: 'quote-long' as const,
                message: `引文有 ${length} 个字，改写的文章最多引 ${LONGEST_QUOTE} 个字`,
                cure: '只留最要紧的一句，照原样一字不改',
              },
            ]
          : []),
        ...(quote.by && length <= LONGEST_QUOTE && !inText.includes(bare(quote.text))
          ? [
              {
                ...at,
                rule: 'quote-apart' as const,
                message: '引文里的话，正文里没有',
                cure: '正文里也引一次，检索和读屏才到得了',
                hint: true,
              },
            ]
          : []),
      ];
    }),
    ...written.flatMap((block): Finding[] =>
      [...block.text.matchAll(SAID)].flatMap(([, after = '', before = '']): Finding[] => {
        const said = after || before;
        const length = charactersIn(said);
        if (length <= LONGEST_QUOTE) return [];
        return [
          {
            line: block.line,
            column: block.column,
            rule: 'quote-long',
            message: `引了 ${length} 个字的话：“${said.slice(0, 10)}……”，改写的文章一次最多引 ${LONGEST_QUOTE} 个字`,
            cure: '留下最要紧的几个字，其余转述',
            hint: true,
          },
        ];
      }),
    ),
  ];
}

/** The words of a quote without marks at their ends, folded. */
const bare = (text: string): string => foldText(text).replace(/^["'.,!?]+|["'.,!?]+$/g, '');

/** Pull quotes whose words the story's own originals do not print. `originals` are their texts, of any paper. */
export function findUnprintedQuotes(
  tree: Node,
  { text, source }: Pick<StoryData, 'text' | 'source'>,
  originals: readonly string[],
): Finding[] {
  if (text !== 'retold' || !source) return [];
  const keys = [source.headline ?? '', ...source.bylines.flatMap(({ names }) => names)].map(letters).filter(Boolean);
  const own = originals.map(letters).filter((original) => keys.some((key) => original.includes(key)));
  if (own.length === 0) return [];
  return pullQuotesIn(tree)
    .filter((quote) => !own.some((original) => original.includes(letters(quote.text))))
    .map(({ line, column, text: words }) => ({
      line,
      column,
      rule: 'quote-unprinted',
      message: `留存的原件里没有这句话：“${words.slice(0, LONGEST_QUOTE)}”`,
      cure: '照原件抄，一字不改；转述的话不要排成引文',
    }));
}

/** Letters and digits alone: papers set their punctuation in ways of their own. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
