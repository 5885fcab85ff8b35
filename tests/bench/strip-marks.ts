import { parseDocument } from 'yaml';
import { FORMS } from '../../src/lib/drawing/names.ts';
import { splitManuscript } from '../../src/lib/manuscript/tree.ts';

const MARK = /<\/?(?:Milestone|Figure|Place|Practice|Person)(?: id="[^"]*")?>/g;
const DRAWING = new RegExp(`^<(?:${Object.keys(FORMS).join('|')})\\b[^]*?/>\\n\\n?`, 'gm');
/** What an editor writes to mark a story, and what hangs on it. */
const FIELDS = ['milestones', 'figures', 'people', 'places', 'practices', 'keyFigures'];

/** A story as it was before anybody marked it: the same words, without marks, their entries and the drawings made of them. */
export function stripMarks(story: string): string {
  const parts = splitManuscript(story);
  if (!parts) throw new Error('The story has no front matter.');
  const head = parseDocument(parts.frontmatter);
  for (const field of FIELDS) head.delete(field);
  const body = parts.body.replace(/^\n+/, '').replace(DRAWING, '').replace(MARK, '');
  return `---\n${head.toString({ lineWidth: 0 })}---\n\n${body}`;
}
