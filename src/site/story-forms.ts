import { DATA } from '#words/data.ts';
import { COLON, LIST } from '#words/punctuation.ts';
import { joinPieces } from '../lib/data/markdown.ts';
import { jsonText } from '../lib/data/tables.ts';
import { paragraphPath } from '../lib/urls.ts';
import { kindWords } from './citation.ts';
import { sourceLine } from './harvest.ts';
import type { Story, StoryMilestone } from './model.ts';
import { dataAddress, figureRows, type Holdings, milestoneRow } from './open-rows.ts';
import type { OriginalRecord, StoryRecord } from './record.ts';
import { isReport } from './stories.ts';

// A story to be taken along: as data and as plain Markdown. Neither holds what is private, as both are made to be passed on.

export const STORY_FORMS = { json: 'application/json;charset=utf-8', md: 'text/markdown;charset=utf-8' } as const;
export type StoryForm = keyof typeof STORY_FORMS;

/** A story in a form. */
export function storyFile(story: Story, record: StoryRecord, held: Holdings, form: StoryForm): string {
  return form === 'md' ? storyMarkdown(story, record) : storyJson(story, record, held);
}

/** Its record, its rows of the open data, its paragraphs with their addresses. */
function storyJson(story: Story, { own, originals }: StoryRecord, held: Holdings): string {
  const { csl: _, path: __, url: ___, id, ...record } = own;
  const isOwn = (milestone: StoryMilestone) => milestone.story.slug === story.slug;
  return jsonText({
    ...{ id, url: dataAddress(story.href, held.site), ...record },
    originals: originals.map(originalOf),
    corrections: story.corrections,
    milestones: held.milestones.filter(isOwn).map((milestone) => milestoneRow(milestone, held)),
    figures: isReport(story) ? figureRows(story, held) : [],
    terms: story.terms,
    unsaid: story.unsaid,
    sections: story.sections,
    paragraphs: story.paragraphs
      .filter(({ isPrivate }) => !isPrivate)
      .map((paragraph) => ({
        ...{ id: paragraph.id, url: dataAddress(paragraphPath(story.slug, paragraph.id), held.site) },
        text: paragraph.text,
        marks: paragraph.marks.map(({ name, id: mark, story: other, text, start }) => ({
          ...{ type: name, id: mark, story: other ?? story.slug, text, start },
        })),
      })),
    omittedParagraphs: story.paragraphs.filter(({ isPrivate }) => isPrivate).length,
  });
}

const originalOf = ({ csl: _, source, like: __, ...original }: OriginalRecord): object => ({
  ...original,
  note: source.dateNote ?? null,
  url: source.url ?? null,
});

/** With what it is told from and by which terms at its head, as nothing else comes with a file. */
function storyMarkdown(story: Story, { own, originals }: StoryRecord): string {
  const credits = [own.authors.join(LIST), own.site, own.published, own.rights?.text].filter(Boolean).join(' · ');
  const head = [
    `# ${own.fullTitle}`,
    `> ${own.summary}`,
    [credits, own.url ? DATA.source(own.url) : '', ...originals.map(originalLine)]
      .filter(Boolean)
      .map((line) => `- ${line}`)
      .join('\n'),
  ];
  return `${head.join('\n\n')}\n\n${joinPieces(story.pieces, DATA.omitted)}`;
}

const originalLine = (original: OriginalRecord): string =>
  kindWords(original.kind).original + COLON + sourceLine(original);
