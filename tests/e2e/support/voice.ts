import type { Page } from '@playwright/test';

export interface Fake {
  /** What has been asked to be spoken, and with which speed. */
  said: { text: string; rate: number }[];
  /** Ends what is being spoken, as a voice does that has read it. */
  finish(): void;
  /** Lets the device have its voices. */
  arrive(): void;
  isSilent(): boolean;
}
export type Faked = Window & { fake: Fake };

/** A device whose voice is told when it has read something: what is tested does not wait. */
export async function withVoice(page: Page, voice: { lang: string; localService: boolean } | null, isLate = false) {
  await page.addInitScript(
    ([voice, isLate]) => {
      let now: SpeechSynthesisUtterance | null = null;
      let voices = voice && !isLate ? [{ ...voice, name: 'voice', default: true, voiceURI: 'voice' }] : [];
      const said: Fake['said'] = [];
      const synthesis = {
        onvoiceschanged: null as (() => void) | null,
        getVoices: () => voices,
        speak(utterance: SpeechSynthesisUtterance) {
          if (utterance.text === '') return;
          said.push({ text: utterance.text, rate: utterance.rate });
          now = utterance;
        },
        cancel() {
          now = null;
        },
      };
      class Utterance {
        text: string;
        rate = 1;
        lang = '';
        voice = null;
        onend: (() => void) | null = null;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
      (window as unknown as Faked).fake = {
        said,
        finish() {
          const { onend } = now ?? {};
          now = null;
          (onend as (() => void) | null | undefined)?.();
        },
        arrive() {
          voices = voice ? [{ ...voice, name: 'voice', default: true, voiceURI: 'voice' }] : [];
          synthesis.onvoiceschanged?.();
        },
        isSilent: () => now === null,
      };
    },
    [voice, isLate] as const,
  );
}

/** A voice of the archive's language, on the device itself. */
export const HERE = { lang: 'zh-CN', localService: true };
