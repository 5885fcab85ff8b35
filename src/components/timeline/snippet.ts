import type { Filters } from '../../lib/timeline/filters.ts';
import { part } from '../parts.ts';

/** The code that other sites copy to embed the timeline. */
export interface Snippet {
  /** Has it show the county that the page shows. */
  fit(filters: Filters): void;
}

export function startSnippet(section: HTMLElement): Snippet {
  const code = part(section, '.embed-code', HTMLTextAreaElement);
  copyByButton(part(section, '[data-copy]'), code);
  const { frame = '' } = code.dataset;
  return {
    fit({ county }) {
      const address = county ? `${frame}?county=${county}` : frame;
      code.value = code.value.replace(/src="[^"]*"/, `src="${address}"`);
    },
  };
}

function copyByButton(button: HTMLElement, code: HTMLTextAreaElement) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
    } catch {
      return; // No permission: the code is selected, to be copied by hand.
    }
    button.textContent = button.dataset.done ?? '';
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}
