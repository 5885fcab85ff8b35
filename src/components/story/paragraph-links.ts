// Without script the control is a plain link to its paragraph; with it, pressing it copies that link as well.
const status = document.querySelector<HTMLElement>('.copy-status');

for (const link of document.querySelectorAll<HTMLAnchorElement>('.paragraph-link')) {
  link.setAttribute('aria-label', status?.dataset['label'] ?? '');
  link.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // No permission: the address bar shows the link, as it does without script.
    }
    if (!status) return;
    status.textContent = status.dataset['done'] ?? '';
    setTimeout(() => status.replaceChildren(), 2000);
  });
}
