import { formatDate, recursText } from '#words/dates.ts';
import { TIMELINE } from '#words/timeline.ts';
import type { DateOptions } from '../lib/dates/edtf.ts';
import type { Mark } from '../lib/manuscript/blocks.ts';
import type { Milestone } from '../lib/schema/story.ts';

/**
 * When a milestone was, in full: its date with precision, basis and ground; or that it has none, with the paper's own words;
 * of a routine without a date its rhythm.
 */
export function milestoneDate(milestone: Pick<Milestone, 'date'> & DateOptions): string {
  const { date, printed = '', recurs } = milestone;
  if (date !== null) return formatDate(date, milestone);
  return recurs === undefined ? TIMELINE.undatedText(printed) : TIMELINE.rhythmText(recursText(recurs), printed);
}

/** Ids of the practices of which the paragraph that states a milestone speaks. */
export function practicesBeside(paragraphs: readonly { marks: Mark[] }[], id: string): string[] {
  const states = (marks: Mark[]) =>
    marks.some((mark) => mark.name === 'Milestone' && mark.story === undefined && mark.id === id);
  const marks = paragraphs.filter((paragraph) => states(paragraph.marks)).flatMap((paragraph) => paragraph.marks);
  return [...new Set(marks.filter(({ name }) => name === 'Practice').map((mark) => mark.id))];
}
