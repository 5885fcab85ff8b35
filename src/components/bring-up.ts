/** What needs script carries this until its script has come up: it keeps its room, and is not in sight. */
const WAITING = 'needs-script';

/**
 * Starts what makes parts of a page work, and shows those parts once it has come up. Where it fails, the page stays as
 * it is without script, and the line of site/prepaint.ts says so.
 * @param parts selector of what `start` makes work
 * @param start may take its time; what it throws is told on the console and goes no further
 */
export async function bringUp(parts: string, start: () => unknown): Promise<void> {
  // Below the browser floor (site/prepaint.ts) a page is whole without script, and no script tries to be more.
  if (!('js' in document.documentElement.dataset)) return;
  const waiting = [...document.querySelectorAll<HTMLElement>(parts)];
  for (const part of waiting) part.dataset.coming = '';
  try {
    await start();
    for (const part of waiting) part.classList.remove(WAITING);
  } catch (error) {
    console.error(error);
  }
  for (const part of waiting) delete part.dataset.coming;
  tellWhatFailed();
}

/** Takes out of sight again what cannot do its work after all. */
export function failLater(error: unknown, part: HTMLElement): void {
  console.error(error);
  part.classList.add(WAITING);
  tellWhatFailed();
}

/** Until all has loaded, other parts may still be on their way; then the page looks for itself. */
function tellWhatFailed(): void {
  if (document.readyState === 'complete') dispatchEvent(new Event('ready'));
}
