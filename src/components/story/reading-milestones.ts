import { markCurrent } from '../current.ts';
import { watchPassed } from './passed.ts';

/** Marks in 本篇记事 the milestone whose words were passed last, as the reader goes on. Not for those who want stillness. */
export function markMilestone(page: ParentNode): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('.milestone-list a')];
  const box = page.querySelector<HTMLElement>('.milestone-list')?.parentElement;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  /** In the order of the text, which need not be that of the list. */
  const words = [...page.querySelectorAll('.prose .milestone')];
  let last: Element | undefined;

  function show() {
    const link = still.matches ? undefined : links.find(({ hash }) => hash === `#${last?.id}`);
    for (const other of links) markCurrent(other, other === link);
    // Within a list longer than the window the marked entry is kept in sight; the page itself stays where it is.
    if (box && link && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
  }

  watchPassed(words, (passed) => {
    last = words.findLast((element) => passed.has(element));
    show();
  });
  still.addEventListener('change', show);
}
