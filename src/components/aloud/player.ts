import { breathSpans } from '../../lib/text/sentences.ts';

/** Characters that are spoken in one go: some ten seconds. Chromium falls silent in what takes a quarter of a minute. */
const BREATH = 45;
/** Milliseconds a character takes at most, and what is waited on top, before a voice counts as lost. */
const PATIENCE = { character: 700, more: 8000 };

export type State = 'playing' | 'paused' | 'over';

export interface PlayerOptions {
  /** What is spoken, a sentence each. */
  texts: readonly string[];
  voice: SpeechSynthesisVoice | null;
  language: string;
  rate: number;
  /** Told which sentence is being read, and whether it is. */
  show: (index: number, state: State) => void;
}

export interface Player {
  play(from?: number): void;
  pause(): void;
  skip(by: number): void;
  setRate(rate: number): void;
  stop(): void;
  readonly state: State;
}

/**
 * Reads sentences one after the other. A pause ends what is being said, and going on begins its sentence anew: engines
 * differ in what they make of their own pause, and Android's forget the rest.
 */
export function createPlayer({ texts, voice, language, rate: first, show }: PlayerOptions): Player {
  const synthesis = speechSynthesis;
  let [index, rate, state]: [number, number, State] = [0, first, 'paused'];
  /** Of the utterances that still count; what ends or fails later is of a former one. */
  let turn = 0;
  /** Held, or Chromium forgets it, and with it that it has to tell of its end. */
  let current: SpeechSynthesisUtterance | null = null;
  let waiting = 0;

  const silence = () => {
    turn += 1;
    current = null;
    clearTimeout(waiting);
    synthesis.cancel();
  };
  const end = () => {
    silence();
    state = 'over';
    index = 0;
    show(index, state);
  };
  const speak = () => {
    const mine = turn;
    const text = texts[index];
    if (text === undefined) return end();
    show(index, state);
    const parts = breathSpans(text, BREATH).map(([start, stop]) => text.slice(start, stop));
    const next = () => {
      clearTimeout(waiting);
      if (mine !== turn) return;
      const part = parts.shift();
      if (part === undefined) {
        index += 1;
        speak();
        return;
      }
      current = Object.assign(new SpeechSynthesisUtterance(part), { voice, lang: voice?.lang ?? language, rate });
      current.onend = next;
      // One part that fails is no reason to fall silent.
      current.onerror = next;
      waiting = window.setTimeout(next, PATIENCE.more + (part.length * PATIENCE.character) / rate);
      synthesis.speak(current);
    };
    next();
  };
  const start = () => {
    silence();
    state = 'playing';
    speak();
  };
  return {
    get state() {
      return state;
    },
    play(from = index) {
      index = from;
      start();
    },
    pause() {
      silence();
      state = 'paused';
      show(index, state);
    },
    skip(by) {
      index = Math.min(Math.max(0, index + by), texts.length - 1);
      if (state === 'playing') start();
      else show(index, state);
    },
    setRate(wanted) {
      rate = wanted;
      if (state === 'playing') start();
    },
    stop: end,
  };
}
