import { path } from '../../lib/urls.ts';

// The stories that a reader puts together: paths of their pages, kept in this browser and told to nobody.

/** Two archives may share an origin. */
const KEY = `selection:${path()}`;

/** The paths of the chosen stories, in the order in which they were chosen. */
export function readSelection(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string' && one.startsWith(path('stories/'))) : [];
  } catch {
    return []; // What cannot be read, or a browser that keeps nothing.
  }
}

/** Chooses a story or no longer. Where the browser keeps nothing, the choice is lost with the page. */
export function choose(story: string, isChosen: boolean): void {
  const others = readSelection().filter((one) => one !== story);
  keep(isChosen ? [...others, story] : others);
}

export const clearSelection = (): void => keep([]);

/** @param tell called whenever the selection has changed, here or in another tab */
export function watchSelection(tell: () => void): void {
  addEventListener('storage', ({ key }) => key === KEY && tell());
  addEventListener(CHANGED, tell);
}

const CHANGED = 'selection';

function keep(stories: readonly string[]): void {
  try {
    if (stories.length > 0) localStorage.setItem(KEY, JSON.stringify(stories));
    else localStorage.removeItem(KEY);
  } catch {
    // Full, or refused.
  }
  dispatchEvent(new Event(CHANGED));
}
