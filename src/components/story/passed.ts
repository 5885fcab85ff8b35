/**
 * Watches which elements have passed the upper third of the window. What lies above the window counts as passed, so
 * that a jump over several is noticed too.
 * @param show told which they are, whenever that changes
 */
export function watchPassed(elements: Iterable<Element>, show: (passed: ReadonlySet<Element>) => void): void {
  const passed = new Set<Element>();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      show(passed);
    },
    { rootMargin: '100000px 0px -66% 0px' },
  );
  for (const element of elements) observer.observe(element);
}
