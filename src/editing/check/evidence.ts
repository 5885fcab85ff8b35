import { headingText } from '#words/years.ts';
import { stretchAt } from '../../lib/dates/stretches.ts';
import { type Block, isOwn, type Mark } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { MarkName } from '../../lib/manuscript/marks.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { explainFigureMismatch, figureMatches, readFigure } from '../../lib/numbers/figures.ts';
import { isEssay } from '../../lib/schema/essay.ts';
import type { Figure, StoryData } from '../../lib/schema/story.ts';
import { pairSlips } from './pair-slips.ts';

/** Marks that have an entry of their own in the front matter, and stand in the text exactly once. */
const ENTRIES = { Milestone: 'milestones', Figure: 'figures', Gap: 'gaps' } as const;
/** Marks that name a register entry, and may stand in the text any number of times. */
const MENTIONS = { Person: 'people', Place: 'places', Practice: 'practices' } as const;
type Mentioned = (typeof MENTIONS)[keyof typeof MENTIONS];

/**
 * Ties the marks in the text to the front matter, both ways and number by number.
 * @returns one finding for each mark or entry that has no counterpart, is double, or states another number
 */
export function findBrokenEvidence(
  blocks: readonly Block[],
  story: StoryData,
  isRegistered: (field: Mentioned, id: string) => boolean,
  locate: Locate,
): Finding[] {
  const all = blocks.filter(isOwn).flatMap((block) => block.marks);
  // What another story states is held against that story: see citations.ts.
  const marks = all.filter(({ story }) => story === undefined);
  const inQuotes = blocks.filter((block) => block.kind === 'quote').flatMap((block) => block.marks);
  return [
    ...all.filter((mark) => mark.id === '').map(withoutId),
    ...inQuotes.map(
      (mark): Finding => ({
        ...at(mark),
        rule: 'mark-in-quote',
        message: `引文里不能有 <${mark.name}>`,
        cure: '标记写在正文里',
      }),
    ),
    ...findUntiedEntries(marks, story, locate),
    ...findUntiedMentions(marks, story, isRegistered, locate),
    ...findWrongNumbers(marks, story),
    ...findWrongEras(marks, story, locate),
  ];
}

const at = ({ line, column }: Mark) => ({ line, column });
const withoutId = (mark: Mark): Finding => ({
  ...at(mark),
  rule: 'mark-id',
  message: `<${mark.name}> 没有写 id`,
  cure: `写成 <${mark.name} id="…">`,
});
const named = (marks: readonly Mark[], name: MarkName) => marks.filter((m) => m.name === name && m.id !== '');

/** Tells the marks that name what a mark before them names. */
function repeats(marks: readonly Mark[]): (mark: Mark) => boolean {
  const first = new Map(marks.map((mark) => [mark.id, mark] as const).reverse());
  return (mark) => first.get(mark.id) !== mark;
}

const isNameless = (marks: readonly Mark[], name: string) => marks.some((m) => m.name === name && m.id === '');

function findUntiedEntries(marks: readonly Mark[], story: StoryData, locate: Locate): Finding[] {
  return Object.entries(ENTRIES).flatMap(([name, field]) => {
    const inText = named(marks, name as MarkName);
    const ids = story[field].map((entry) => entry.id);
    const [listed, marked] = [new Set(ids), new Set(inText.map(({ id }) => id))];
    const strangers = inText.filter((mark) => !listed.has(mark.id));
    const untied = ids.filter((id) => !marked.has(id));
    const slips = pairSlips(
      strangers.map(({ id }) => id),
      untied,
      isNameless(marks, name),
    );
    const first = new Map(ids.map((id, index) => [id, index] as const).reverse());
    const isRepeated = repeats(inText);
    return [
      ...strangers.map(
        (mark): Finding => ({
          ...at(mark),
          rule: 'mark-unlisted',
          message: `正文有 <${name} id="${mark.id}">，但 ${field} 里没有这一条`,
          cure: isEssay(story)
            ? `札记的数字和记事在别的文章里：写成 <${name} story="文章的网址名" id="${mark.id}">`
            : slips.cureOf(mark.id, `在 ${field} 里补上，或改正 id`),
        }),
      ),
      ...inText
        .filter(isRepeated)
        .filter((mark) => listed.has(mark.id))
        .map(
          (mark): Finding => ({
            ...at(mark),
            rule: 'mark-twice',
            message: `<${name} id="${mark.id}"> 在正文里出现了不止一次`,
            cure: '只标一处，另一处去掉标记',
          }),
        ),
      ...ids.flatMap((id, index): Finding[] => {
        const place = locate([field, index, 'id']);
        if (first.get(id) !== index)
          return [
            { ...place, rule: 'entry-twice', message: `${field} 里 ${id} 写了两次`, cure: '给其中一条改名，或删掉' },
          ];
        if (marked.has(id) || slips.told.has(id)) return [];
        return [
          {
            ...place,
            rule: 'entry-unmarked',
            message: `${field} 里有 ${id}，但正文没有标出`,
            cure: `用 <${name} id="${id}"> 标出写着它的话`,
          },
        ];
      }),
    ];
  });
}

function findUntiedMentions(
  marks: readonly Mark[],
  story: StoryData,
  isRegistered: (field: Mentioned, id: string) => boolean,
  locate: Locate,
): Finding[] {
  return Object.entries(MENTIONS).flatMap(([name, field]) => {
    const inText = named(marks, name as MarkName);
    const [listed, marked] = [new Set(story[field]), new Set(inText.map(({ id }) => id))];
    const isRepeated = repeats(inText);
    const strangers = inText.filter((mark) => !listed.has(mark.id) && !isRepeated(mark));
    const untied = story[field].filter((id) => !marked.has(id));
    const slips = pairSlips(
      strangers.map(({ id }) => id),
      untied,
      isNameless(marks, name),
    );
    // Where the front matter has the slip, its id is in no register, and that is said already.
    const isInHead = ({ id }: Mark) => isRegistered(field, id) && !isRegistered(field, slips.guesses.get(id) ?? id);
    return [
      ...strangers
        .filter((mark) => !isInHead(mark))
        .map(
          (mark): Finding => ({
            ...at(mark),
            rule: 'mark-unlisted',
            message: `正文标出了 ${mark.id}，但 ${field} 里没有列`,
            cure: slips.cureOf(mark.id, `在 ${field} 里加上 ${mark.id}`),
          }),
        ),
      ...story[field].flatMap((id, index): Finding[] => {
        if (marked.has(id) || slips.told.has(id)) return [];
        const place = locate([field, index]);
        return [
          {
            ...place,
            rule: 'entry-unmarked',
            message: `${field} 里列了 ${id}，但正文没有标出`,
            cure: `用 <${name} id="${id}"> 标出`,
          },
        ];
      }),
    ];
  });
}

function findWrongNumbers(marks: readonly Mark[], story: StoryData): Finding[] {
  const figures = new Map(story.figures.map((figure) => [figure.id, figure] as const).reverse());
  return named(marks, 'Figure').flatMap((mark) => {
    const figure = figures.get(mark.id);
    return figure ? findWrongNumber(mark, figure) : [];
  });
}

/** What is wrong with the words of a mark, held against the figure that it names. */
export function findWrongNumber(mark: Mark, figure: Figure): Finding[] {
  const { unit } = figure;
  const printed = unit === '' ? readFigure(mark.text)?.units : '';
  if (printed) {
    return [
      {
        ...at(mark),
        rule: 'figure-unit',
        message: `数字 ${mark.id} 没有写单位，正文的单位是“${printed}”`,
        cure: `写成 unit: ${printed}`,
      },
    ];
  }
  if (figureMatches(mark.text, figure)) return [];
  return [
    {
      ...at(mark),
      rule: 'figure-mismatch',
      message: `数字 ${mark.id}：${explainFigureMismatch(mark.text, figure)}`,
      cure: '对照原报，改正其一',
    },
  ];
}

const BEFORE_ERA = /(?:公元|纪元)?前\s*(\d{1,4})\s*年/;

/** Dates that are the year of the words with a minus before it: 公元前 500 年 is `-0499`, since EDTF counts a year 0. */
function findWrongEras(marks: readonly Mark[], story: StoryData, locate: Locate): Finding[] {
  return named(marks, 'Milestone').flatMap((mark): Finding[] => {
    const index = story.milestones.findIndex(({ id }) => id === mark.id);
    const date = story.milestones[index]?.date ?? '';
    const [said, number] = BEFORE_ERA.exec(mark.text) ?? [];
    const wrong = `-${String(number).padStart(4, '0')}`;
    if (number === undefined || !date.startsWith(wrong)) return [];
    const right = stretchAt(1 - Number(number), 1);
    return [
      {
        ...{ ...locate(['milestones', index, 'date']), rule: 'date-era', hint: true },
        message: `正文说“${said}”，date 写的 ${wrong} 却是${headingText(wrong)}`,
        cure: `改成 "${date.replace(wrong, right)}"：公元前 1 年在 EDTF 里是 0000，年数要减一`,
      },
    ];
  });
}
