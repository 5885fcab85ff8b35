import Compare from '../drawings/Compare.astro';
import Growth from '../drawings/Growth.astro';
import Ledger from '../drawings/Ledger.astro';
import PlaceCard from '../drawings/PlaceCard.astro';
import Share from '../drawings/Share.astro';
import Span from '../drawings/Span.astro';
import Document from '../media/Document.astro';
import Gallery from '../media/Gallery.astro';
import Photo from '../media/Photo.astro';
import Picture from '../media/Picture.astro';
import Recording from '../media/Recording.astro';
import Scan from '../media/Scan.astro';
import Aside from './Aside.astro';
import Background from './Background.astro';
import Figure from './Figure.astro';
import Gap from './Gap.astro';
import Lang from './Lang.astro';
import LangBlock from './LangBlock.astro';
import ListItem from './ListItem.astro';
import Mention from './Mention.astro';
import Milestone from './Milestone.astro';
import Note from './Note.astro';
import Paragraph from './Paragraph.astro';
import PersonLink from './PersonLink.astro';
import PlaceLink from './PlaceLink.astro';
import PracticeLink from './PracticeLink.astro';
import PullQuote from './PullQuote.astro';
import Rights from './Rights.astro';
import Table from './Table.astro';
import Verse from './Verse.astro';
import Withheld from './Withheld.astro';

/** What is set in a way of its own, in any text of the archive. */
export const textComponents = { Note, Aside, Background, Verse, Table: Mention, table: Table, Lang, LangBlock };

/** The closed set that articles may use (see lib/manuscript/marks.ts), and what replaces plain Markdown elements. */
export const proseComponents = {
  ...textComponents,
  Milestone,
  Figure,
  Gap,
  Withheld,
  PullQuote,
  Rights,
  Place: Mention,
  PlaceLink,
  Practice: Mention,
  PracticeLink,
  Person: Mention,
  PersonLink,
  Photo,
  Gallery,
  Audio: Recording,
  Video: Recording,
  Scan,
  File: Document,
  Picture,
  Ledger,
  Growth,
  Span,
  Compare,
  Share,
  PlaceCard,
  p: Paragraph,
  li: ListItem,
};
