/** Where readers have stopped, by the address of the story; kept in this browser alone. */
const KEY = 'reading-places';
/** The oldest goes when there are more. */
const MOST = 30;

/** A paragraph, and how much of the text had been read, 0 to 1. */
export type ReadingPlace = readonly [paragraph: string, read: number];

function all(): [address: string, place: ReadingPlace][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    // Storage is forbidden, or another program's.
    return [];
  }
}

/** Whether a place is kept in any story. */
export function hasPlaces(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export const placeIn = (address: string): ReadingPlace | undefined => all().find(([one]) => one === address)?.[1];

/** @param place undefined takes it out */
export function keepPlace(address: string, place: ReadingPlace | undefined): void {
  const others = all().filter(([one]) => one !== address);
  const kept = place ? [...others.slice(1 - MOST), [address, place]] : others;
  try {
    if (kept.length > 0) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // Then nothing is kept.
  }
}

/** Forgets all of them. */
export function forgetPlaces(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then there are none.
  }
}
