import { settingsOn } from '../layout/settings.ts';

/**
 * The layer of sources. Without script the switch works for the page; with it, the choice is kept, a figure of a text
 * whose sources are shown opens what is known of it, and a fold opens when an address leads into it.
 */
export function showEvidence(page: Document): void {
  const root = page.documentElement;
  const settings = settingsOn(root);
  const box = page.querySelector<HTMLInputElement>('#evidence');
  const figures = [...page.querySelectorAll<HTMLElement>('.prose span.figure')];
  const isShown = (figure: HTMLElement) => getComputedStyle(figure).getPropertyValue('--marks') !== '';
  const prepare = () => {
    for (const figure of figures) {
      const shown = isShown(figure);
      if (shown === figure.hasAttribute('tabindex')) continue;
      for (const [name, value] of [
        ['tabindex', '0'],
        ['role', 'button'],
        ['aria-haspopup', 'dialog'],
      ] as const)
        if (shown) figure.setAttribute(name, value);
        else figure.removeAttribute(name);
    }
  };
  settings.watch(() => {
    if (box) box.checked = settings.get('evidence') === 'on';
    prepare();
  });
  box?.addEventListener('change', () => settings.set('evidence', box.checked ? 'on' : ''));

  const open = (event: Event) => {
    const figure = event.target instanceof Element && event.target.closest<HTMLElement>('.prose span.figure[tabindex]');
    if (!figure || (event.target instanceof Element && event.target.closest('a'))) return;
    event.preventDefault();
    import('./figure-note.ts').then(({ openNote }) => openNote(figure)).catch(() => {});
  };
  page.addEventListener('click', open);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open(event);
  });

  const unfold = () => {
    const fold = page.getElementById(location.hash.slice(1))?.closest('details');
    if (fold) fold.open = true;
    prepare();
  };
  addEventListener('hashchange', unfold);
  unfold();
}
