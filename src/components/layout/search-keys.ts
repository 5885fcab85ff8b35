/** / and Ctrl-K lead to the search box of the page. */
export function listenForSearch(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    const typing = target instanceof Element && target.closest('input, textarea, select');
    const slash = key === '/' && !typing && !ctrlKey && !metaKey && !altKey;
    if (isComposing || !(slash || (key === 'k' && (ctrlKey || metaKey)))) return;
    const box = page.querySelector<HTMLInputElement>('[role="search"] input');
    // On a phone the masthead has no box.
    if (!box?.getClientRects().length) return;
    event.preventDefault();
    box.select();
  });
}
