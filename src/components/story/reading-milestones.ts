// Marks in 本篇大事 the milestone whose words were passed last, as the reader goes on. Not for those who want stillness.
const links = [...document.querySelectorAll<HTMLAnchorElement>('.milestone-list a')];
const marks = links.map((link) => document.getElementById(link.hash.slice(1)));
const box = document.querySelector<HTMLElement>('.milestone-list')?.parentElement;
const still = matchMedia('(prefers-reduced-motion: reduce)');

function mark() {
  const passed = marks
    .map((element, index) => ({ index, top: element?.getBoundingClientRect().top ?? innerHeight }))
    .filter(({ top }) => !still.matches && top < innerHeight / 3)
    .sort((a, b) => a.top - b.top)
    .at(-1);
  for (const [index, link] of links.entries()) link.ariaCurrent = index === passed?.index ? 'true' : null;
  const link = passed && links[passed.index];
  // Within a list longer than the window the marked entry is kept in sight; the page itself stays where it is.
  if (box && link && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
}

// What lies above the window counts as seen, so that a jump over several is noticed too.
const observer = new IntersectionObserver(mark, { rootMargin: '100000px 0px -66% 0px' });
for (const element of marks) if (element) observer.observe(element);
still.addEventListener('change', mark);

export {};
