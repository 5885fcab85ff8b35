import { LOST_PARAGRAPH } from '#words/paragraph-links.ts';

/**
 * Says so where an address names a paragraph that the page knows nothing of: its id was given up when a name in it was
 * withheld, and for that reason stands nowhere.
 */
export function tellOfLostParagraph(page: Document): void {
  const tell = () => {
    const id = location.hash.slice(1);
    const status = page.querySelector<HTMLElement>('.copy-status');
    if (status && /^p-[0-9a-f]+$/.test(id) && !page.getElementById(id)) status.textContent = LOST_PARAGRAPH;
  };
  tell();
  addEventListener('hashchange', tell);
}
