// Marks in 本篇大事 the milestone whose words were passed last, as the reader goes on. Not for those who want stillness.
const links = [...document.querySelectorAll<HTMLAnchorElement>('.milestone-list a')];
const box = document.querySelector<HTMLElement>('.milestone-list')?.parentElement;
const still = matchMedia('(prefers-reduced-motion: reduce)');
/** In the order of the text, which need not be that of the list. */
const words = [...document.querySelectorAll<HTMLElement>('.prose .milestone')];
const passed = new Set<Element>();

function mark(changes: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of changes) {
    if (isIntersecting) passed.add(target);
    else passed.delete(target);
  }
  show();
}

function show() {
  const last = still.matches ? undefined : words.findLast((element) => passed.has(element));
  for (const link of links) link.ariaCurrent = link.hash === `#${last?.id}` ? 'true' : null;
  const link = links.find(({ ariaCurrent }) => ariaCurrent);
  // Within a list longer than the window the marked entry is kept in sight; the page itself stays where it is.
  if (box && link && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
}

const observer = new IntersectionObserver(mark, { rootMargin: '100000px 0px -66% 0px' });
for (const element of words) observer.observe(element);
still.addEventListener('change', show);

export {};
