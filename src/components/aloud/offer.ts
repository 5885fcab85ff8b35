import { MISSING } from '#words/missing.ts';
import { bringLate } from '../late.ts';
import { voiceFor } from './voices.ts';

/**
 * Shows the button of a story that can be read aloud, once the device has named a voice for it: some do so late. What
 * reads comes when the button is pressed.
 */
export function offerReadAloud(page: Document): void {
  const button = page.querySelector<HTMLElement>('[data-read-aloud]');
  const prose = page.querySelector('.prose');
  if (!button || !prose || !('speechSynthesis' in window)) return;
  const language = prose.closest('[lang]')?.getAttribute('lang') ?? '';
  const look = () => {
    if (voiceFor(language, speechSynthesis.getVoices())) button.classList.remove('needs-script');
  };
  // Not every engine lets one listen to it otherwise.
  speechSynthesis.onvoiceschanged = look;
  look();
  const fetchReader = () => import('./read-aloud.ts');
  for (const type of ['pointerenter', 'focus']) button.addEventListener(type, () => fetchReader().catch(() => {}));
  button.addEventListener('click', () => {
    // Some let a page speak only while a finger is on it, and the reader may still be on its way.
    speechSynthesis.speak(new SpeechSynthesisUtterance(''));
    void bringLate(prose, MISSING.aloud, async () => {
      const { readAloud } = await fetchReader();
      await readAloud(page, button, language);
    });
  });
}
