import { LIST } from '#words/punctuation.ts';
/**
 * Has the map beside the text follow the reading: the places of the paragraph in the middle of the window are named
 * under it. Those who want no motion keep a still map.
 */
export function namePlaces(page: ParentNode): void {
  const line = page.querySelector<HTMLElement>('.reading-place');
  if (!line || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const county = line.textContent.trim();
  const band = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const words = placesOf(target).join(LIST);
        if (!isIntersecting && line.dataset.words !== words) continue;
        line.dataset.words = isIntersecting ? words : '';
        line.textContent = isIntersecting ? `${county} · ${words}` : county;
      }
    },
    { rootMargin: '-40% 0px -50% 0px' },
  );
  for (const paragraph of new Set([...page.querySelectorAll('[data-at]')].map((name) => name.closest('p, li'))))
    if (paragraph) band.observe(paragraph);
}

/** Each place once, and a town not when a village of it is named too. */
function placesOf(paragraph: Element): string[] {
  const names = [...paragraph.querySelectorAll<HTMLElement>('[data-at]')];
  const places = [...new Set(names.map((name) => `${name.dataset.at}${name.textContent}`))];
  return places.filter((place) => !places.some((other) => other !== place && other.startsWith(place)));
}
