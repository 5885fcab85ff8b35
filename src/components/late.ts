import { MISSING } from '#words/missing.ts';
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

/** Brings in a part of the page; as long as it does not come, one line before `place` says so, with a way to ask again. */
export async function bringLate(place: Element, said: string, part: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await part();
      return;
    } catch (error) {
      console.warn(error);
      await askedAgain(place, said);
    }
  }
}

/** Says what is missing, and resolves when the reader asks for it again. */
async function askedAgain(place: Element, said: string): Promise<void> {
  const line = document.createElement('p');
  const button = document.createElement('button');
  const asked = new Promise<void>((resolve) => {
    void adviceOn(said, resolve).then((advice) => {
      button.textContent = advice.label;
      button.addEventListener('click', advice.act);
      line.append(`${advice.said} `, button);
      place.before(line);
    });
  });
  line.setAttribute('role', 'status');
  button.className = 'button';
  button.type = 'button';
  await asked;
  line.remove();
}
