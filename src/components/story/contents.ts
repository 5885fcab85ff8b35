import { markCurrent } from '../current.ts';
import { watchPassed } from './passed.ts';

/** Marks in the contents the section being read: the last heading that has passed the upper third of the window. */
export function markSection(page: Document): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headings = links.flatMap((link) => page.getElementById(link.hash.slice(1)) ?? []);
  watchPassed(headings, (passed) => {
    const current = headings.findLast((heading) => passed.has(heading)) ?? headings[0];
    for (const link of links) {
      const isCurrent = link.hash === `#${current?.id}`;
      markCurrent(link, isCurrent);
      // Where the list scrolls in itself, it keeps the current section in view.
      const box = link.closest('.contents-list');
      if (box && isCurrent) box.scrollTop = link.offsetTop - box.clientHeight / 2;
    }
  });
}
