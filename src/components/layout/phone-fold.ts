const FOLD = 'details.phone-fold';

/**
 * Opens the folds that a wide window and paper show open, where the browser cannot by its style sheet, and the one that
 * the address leads into or to whose heading it leads.
 */
export function startFolds(page: Document): void {
  const folds = () => page.querySelectorAll<HTMLDetailsElement>(FOLD);
  const openAll = () => {
    for (const fold of folds()) fold.open = true;
  };
  if (!CSS.supports('selector(::details-content)')) {
    const wide = matchMedia('(min-width: 40.01rem), print');
    wide.addEventListener('change', () => wide.matches && openAll());
    if (wide.matches) openAll();
  }
  const follow = () => {
    const target = page.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.closest(FOLD) ?? target?.closest('section')?.querySelector(FOLD);
    if (!(fold instanceof HTMLDetailsElement) || fold.open) return;
    fold.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  follow();
}
