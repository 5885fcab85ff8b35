import type { Filters } from '../../lib/timeline/filters.ts';

const code = document.querySelector<HTMLTextAreaElement>('.embed-code');
const button = document.querySelector<HTMLButtonElement>('[data-copy]');
const label = button?.textContent ?? '';

button?.addEventListener('click', async () => {
  code?.select();
  try {
    await navigator.clipboard.writeText(code?.value ?? '');
  } catch {
    return; // No permission: the code is selected, to be copied by hand.
  }
  button.textContent = button.dataset.done ?? '';
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
});

/** The code shows the county that the page shows. */
export function fitSnippet({ county }: Filters) {
  const frame = code?.dataset.frame;
  if (!code || !frame) return;
  const address = county ? `${frame}?county=${county}` : frame;
  code.value = code.value.replace(/src="[^"]*"/, `src="${address}"`);
}
