import { formatDate } from '#words/dates.ts';
import { TIMELINE } from '#words/timeline.ts';
import type { DateOptions } from '../lib/dates/edtf.ts';
import type { Mark } from '../lib/manuscript/blocks.ts';
import type { Milestone } from '../lib/schema/story.ts';

/** When a milestone was, in full: its date with precision and basis, or that it has none, with the paper's own words. */
export function milestoneDate(milestone: Pick<Milestone, 'date' | 'printed'> & DateOptions): string {
  const { date, printed = '', basis, extent, time, recurs, planned } = milestone;
  return date === null ? TIMELINE.undatedText(printed) : formatDate(date, { basis, extent, time, recurs, planned });
}

/** Ids of the practices of which the paragraph that states a milestone speaks. */
export function practicesBeside(paragraphs: readonly { marks: Mark[] }[], id: string): string[] {
  const states = (marks: Mark[]) =>
    marks.some((mark) => mark.name === 'Milestone' && mark.story === undefined && mark.id === id);
  const marks = paragraphs.filter((paragraph) => states(paragraph.marks)).flatMap((paragraph) => paragraph.marks);
  return [...new Set(marks.filter(({ name }) => name === 'Practice').map((mark) => mark.id))];
}
