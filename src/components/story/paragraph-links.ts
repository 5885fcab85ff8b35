/** Without script the control is a plain link to its paragraph; with it, pressing it copies that link as well. */
export function copyByParagraphLinks(page: ParentNode): void {
  const toast = page.querySelector<HTMLElement>('.copy-status');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.paragraph-link')) {
    link.setAttribute('aria-label', toast?.dataset.label ?? '');
    link.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        return; // No permission: the address bar shows the link, as it does without script.
      }
      if (!toast) return;
      toast.textContent = toast.dataset.done ?? '';
      setTimeout(() => toast.replaceChildren(), 2000);
    });
  }
}
