import type { Wording } from '../lib/text/wording.ts';

/** What the search shows of a story beside its lines. */
export interface ResultCard {
  title: string;
  /** In what language the title and the text are, where it is not the page's. */
  wording?: Wording;
  county: string;
  region: string;
  genre: string;
  /** When the original appeared, as certain as it is known. */
  date: string;
  /** GB/T 7714. */
  cite: string;
  /** The story's address on the published site. */
  address: string;
  /** Whose it is and what others may do with it; '' where nothing is said. */
  rights: string;
}
