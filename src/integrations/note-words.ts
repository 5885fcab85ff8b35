import { Converter } from 'opencc-js';
import { type Archive, inLanguage } from '../lib/schema/archive.ts';
import type { LocalText } from '../lib/schema/site.ts';
import { PROSE as EN } from '../lib/words/en/prose.ts';
import { PROSE as ZH } from '../lib/words/zh-Hans/prose.ts';

/** What the compiler of articles says around notes: it is set up before `#words` has a language. */
export function noteWords({ language, words }: Pick<Archive, 'language' | 'words'>) {
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const say = (key: 'notes' | 'backToText'): string => {
    const own = words[`PROSE.${key}`];
    if (own) return inLanguage(own as LocalText, language);
    if (language === 'en') return EN[key];
    return language === 'zh-Hant' ? toTraditional(ZH[key]) : ZH[key];
  };
  return { label: say('notes'), backLabel: say('backToText') };
}
