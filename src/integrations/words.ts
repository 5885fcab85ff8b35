import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { type Archive, inLanguage } from '../lib/schema/archive.ts';
import type { LocalText } from '../lib/schema/site.ts';
import { putWords } from './own-words.ts';

const WORDS = fileURLToPath(new URL('../lib/words/', import.meta.url));

/** Where `#words/…` leads before a language is chosen. */
const FIRST = /\/src\/lib\/words\/zh-Hans\/([\w-]+)\.ts$/;

/** Where Chinese is put together by rules of its own: dates. */
const RULES = /\/src\/lib\/dates\/(?:eras|format|notes|period)\.ts$/;

const toTraditional = Converter({ from: 'cn', to: 't' });

/**
 * Gives `#words/…` in the language of a build, with the archive's own words in place of ours. The traditional words are
 * made of the simplified ones, letter by letter; the archive's own are left as they are written.
 */
export function wordsPlugin({ language, languages, words }: Pick<Archive, 'language' | 'languages' | 'words'>) {
  const own = Object.fromEntries(
    Object.entries(words)
      // A text for no language by name is one in the site's first.
      .filter(([, text]) => typeof text !== 'string' || language === languages[0])
      .map(([key, text]) => [key, inLanguage(text as LocalText, language)] as const),
  );
  return {
    name: 'words',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      const path = id.replaceAll('\\', '/').replace(/\?.*$/, '');
      if (language === 'zh-Hant' && RULES.test(path)) return toTraditional(readFileSync(path, 'utf8'));
      const section = FIRST.exec(path)?.[1];
      if (!section) return undefined;
      const file = join(WORDS, language === 'en' ? 'en' : 'zh-Hans', `${section}.ts`);
      if (Object.keys(own).length === 0 && language === 'zh-Hans') return undefined;
      const text = readFileSync(file, 'utf8');
      const said = language === 'zh-Hant' ? toTraditional(text) : text;
      return putWords(said, own);
    },
  };
}
