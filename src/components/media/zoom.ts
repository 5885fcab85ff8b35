import { addStyles } from '../add-styles.ts';
import { nameTrusted } from '../trusted-types.ts';

/**
 * Opens pictures over the page where a reader asks for one. What it takes is fetched then; where it does not come, and
 * with a key or button that asks for a new window, the link leads to the picture itself.
 */
export function openByZoomLinks(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.zoom') : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link).catch((error: unknown) => {
      console.warn(error);
      location.assign(link.href);
    });
  });
}

async function open(link: HTMLAnchorElement): Promise<void> {
  nameTrusted();
  if (link.dataset.tiles) {
    const { readClosely, styles } = await import('./scan-viewer.ts');
    await addOnce(styles);
    readClosely(link);
  } else {
    const { showPhoto, styles } = await import('./photo-viewer.ts');
    await addOnce(styles);
    showPhoto(link);
  }
}

const added = new Map<string, Promise<unknown>>();

async function addOnce(address: string): Promise<void> {
  const coming = added.get(address) ?? addStyles(address);
  added.set(address, coming);
  // Asked for once more the next time.
  coming.catch(() => added.delete(address));
  await coming;
}
