// Marks the section being read: the last heading that has passed the upper third of the window.
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [link.hash.slice(1), link]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function mark() {
  const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3) ?? headings[0];
  for (const [id, link] of links) {
    if (id === passed?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' }).observe(document.documentElement);
for (const heading of headings) new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' }).observe(heading);
mark();
