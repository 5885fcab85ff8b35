// Marks the section being read: the last heading that has passed the upper third of the window.
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
const passed = new Set<Element | null>();

function mark(changes: IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of changes) {
    if (isIntersecting) passed.add(target);
    else passed.delete(target);
  }
  const current = Math.max(
    headings.findLastIndex((heading) => passed.has(heading)),
    0,
  );
  for (const [index, link] of links.entries()) link.ariaCurrent = index === current ? 'true' : null;
}

// What lies above the window counts as passed, so that a jump over several is noticed too.
const observer = new IntersectionObserver(mark, { rootMargin: '100000px 0px -66% 0px' });
for (const heading of headings) if (heading) observer.observe(heading);

export {};
