import { MISSING } from '../lib/words/missing.ts';
import { lookForNewer } from './newer-release.ts';

/**
 * What a page says when a part of it that comes late does not come, and what the reader can do. A page that is read anew
 * asks for everything again; Firefox remembers a script that did not load for as long as the page is open.
 * @param said what is missing, and what is there all the same
 * @param again asks for the part once more, where that can help
 */
export async function adviceOn(said: string, again: () => void) {
  const release = await lookForNewer();
  const act = release === 'unreachable' ? again : () => location.reload();
  return release === 'newer'
    ? { said: MISSING.newer, label: MISSING.refresh, act }
    : { said, label: MISSING.again, act };
}

/** Brings in a part of the page; where it does not come, one line before `place` says so. */
export async function bringLate(place: Element, said: string, part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch (error) {
    console.warn(error);
    const line = document.createElement('p');
    const button = document.createElement('button');
    const advice = await adviceOn(said, () => {
      line.remove();
      void bringLate(place, said, part);
    });
    line.setAttribute('role', 'status');
    button.className = 'button';
    button.type = 'button';
    button.textContent = advice.label;
    button.addEventListener('click', advice.act);
    line.append(`${advice.said} `, button);
    place.before(line);
  }
}
