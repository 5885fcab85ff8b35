import { UNMARKED } from '#words/marks.ts';
import { offerReadAloud } from '../aloud/offer.ts';
import { whenNear } from '../citing/when-near.ts';
import { markSection } from './contents.ts';
import { showEvidence } from './evidence.ts';
import { tellOfLostParagraph } from './lost-paragraph.ts';
import { copyByParagraphLinks } from './paragraph-links.ts';
import { hasPlaces } from './reading-places.ts';

/** What script adds to a story. Each works on what the story has of its kind, be it nothing. */
export function startStoryPage(page: Document): void {
  markSection(page);
  // What marks the words that were searched is fetched only where the address names them (MARK in site/search-address.ts).
  if (/[?&]mark=/.test(location.search)) import('./highlights.ts').then(({ markHits }) => markHits(), sayUnmarked);
  copyByParagraphLinks(page);
  showEvidence(page);
  followWhenRead(page);
  offerReadAloud(page);
  tellOfLostParagraph(page);
  whenNear(page.querySelector('#cite'), () =>
    import('../citing/copy-citation.ts').then(({ offerCitations }) => offerCitations(page)),
  );
}

/** How far a text has been read is of interest from the first movement on, or where there is a place to come back to. */
function followWhenRead(page: Document): void {
  const follow = () => import('./progress.ts').then(({ followReading }) => followReading(page)).catch(console.warn);
  if (hasPlaces()) follow();
  else addEventListener('scroll', follow, { once: true, passive: true });
}

function sayUnmarked(): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.textContent = UNMARKED;
  document.querySelector('main')?.prepend(line);
}
