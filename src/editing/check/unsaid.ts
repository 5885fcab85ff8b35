import { type Block, isOwn } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { isElement, walk } from '../../lib/manuscript/tree.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { foldText } from '../../lib/text/fold.ts';

/** A sentence that has ended, in any script. */
const ENDED = /[。．.！？!?…།॥۔][”’»"'）)]*$/u;

/** 「原报没有写……」: of the source it is said what it leaves open. */
const SHRUG =
  /(?:原报道?|原文|报道|报上|侧记|综述|原件|来源)(?:里|中|上)?[^，。；：“”]{0,8}?(?:没有|没|未)(?:再|另|逐一|一一)?(?:写|说|讲|列|提|交代|展开|说明|解释|拆开|印出|给出|注明|点名|记)/u;

/** What a story lists of its source beside its own text: terms that it does without, and what the source leaves unsaid. */
export function findWrongAppendix(blocks: readonly Block[], story: StoryData, locate: Locate): Finding[] {
  const written = blocks.filter(isOwn);
  const inText = foldText([story.title, story.subtitle, ...written.map(({ text }) => text)].join('\n'));
  return [
    ...story.terms.flatMap((term, index): Finding[] => {
      const at = locate(['terms', index]);
      if (story.terms.indexOf(term) < index)
        return [{ ...at, rule: 'term-twice', message: `原报用语“${term}”写了两次`, cure: '删去一个' }];
      if (!inText.includes(foldText(term))) return [];
      const message = `原报用语“${term}”正文里已经有了`;
      return [{ ...at, rule: 'term-in-text', message, cure: '从 terms 里删去，检索照样找得到', hint: true }];
    }),
    ...story.unsaid.flatMap((sentence, index): Finding[] =>
      ENDED.test(sentence.trim())
        ? []
        : [
            {
              ...locate(['unsaid', index]),
              rule: 'unsaid-sentence',
              message: `unsaid 里的“${sentence.slice(-12)}”不是一句完整的话`,
              cure: '写成一句，以“。”结尾',
            },
          ],
    ),
    ...(story.text === 'retold' || story.text === 'summary' ? written.flatMap(findShrug) : []),
  ];
}

/** The first shrug of a block; what stands in a note is said on purpose. */
function findShrug(block: Block): Finding[] {
  let text = '';
  walk(block.node, (node, parents) => {
    if (node.type === 'text' && !parents.some((above) => isElement(above) && above.name === 'Note')) text += node.value;
  });
  const [words] = SHRUG.exec(text) ?? [];
  if (words === undefined) return [];
  return [
    {
      line: block.line,
      column: block.column,
      rule: 'unsaid-in-text',
      message: `正文里交代了“${words}”`,
      cure: '移到 unsaid 里，列在文末；不说读者就会误会的，才留在正文',
      hint: true,
    },
  ];
}
