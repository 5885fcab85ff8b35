import Aside from './Aside.astro';
import Figure from './Figure.astro';
import Gap from './Gap.astro';
import ListItem from './ListItem.astro';
import Mention from './Mention.astro';
import Milestone from './Milestone.astro';
import Note from './Note.astro';
import Paragraph from './Paragraph.astro';
import PlaceMention from './PlaceMention.astro';
import PullQuote from './PullQuote.astro';
import Rights from './Rights.astro';
import Withheld from './Withheld.astro';

/** The closed set that articles may use (see lib/manuscript/marks.ts), and what replaces plain Markdown elements. */
export const proseComponents = {
  Milestone,
  Figure,
  Gap,
  Note,
  Withheld,
  PullQuote,
  Aside,
  Rights,
  Place: PlaceMention,
  Practice: Mention,
  Person: Mention,
  p: Paragraph,
  li: ListItem,
};
