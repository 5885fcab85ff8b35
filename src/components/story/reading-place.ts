// The map beside the text follows the reading: the places of the paragraph in the middle of the window are named under
// it. Those who want no motion keep a still map.
const line = document.querySelector<HTMLElement>('.reading-place');
const county = line?.textContent?.trim() ?? '';

/** Each place once, and a town not when a village of it is named too. */
function placesOf(paragraph: Element): string[] {
  const marks = [...paragraph.querySelectorAll<HTMLElement>('[data-at]')];
  const places = [...new Set(marks.map((mark) => `${mark.dataset.at}${mark.textContent}`))];
  return places.filter((place) => !places.some((other) => other !== place && other.startsWith(place)));
}

const band = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const words = placesOf(target).join('、');
      if (!line || (!isIntersecting && line.dataset.words !== words)) continue;
      line.dataset.words = isIntersecting ? words : '';
      line.textContent = isIntersecting ? `${county} · ${words}` : county;
    }
  },
  { rootMargin: '-40% 0px -50% 0px' },
);

if (line && !matchMedia('(prefers-reduced-motion: reduce)').matches)
  for (const paragraph of new Set([...document.querySelectorAll('[data-at]')].map((mark) => mark.closest('p, li'))))
    if (paragraph) band.observe(paragraph);
