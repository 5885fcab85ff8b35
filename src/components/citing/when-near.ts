/** Calls once when an element is about to come into sight: what adds to it is not fetched for whoever does not read so far. */
export function whenNear(element: Element | null, call: () => Promise<unknown>): void {
  if (!element) return;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      call().catch(console.warn);
    },
    { rootMargin: '50%' },
  );
  observer.observe(element);
}
