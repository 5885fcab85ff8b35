import { languages } from '#archive';

// What a language asks of the page, told from its tag (BCP 47): `en`, `zh-Hant`, `bo`, `ug`.

/** The language that articles are in where they do not say: the first of the site. */
export const OWN_LANGUAGE: string = languages[0] ?? 'zh-Hans';

/** Scripts written from right to left, by their codes in ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
/** What many write who mean a language: the codes of countries, and English names. */
const MEANT: Readonly<Record<string, string>> = {
  cn: 'zh-Hans',
  tw: 'zh-Hant',
  hk: 'zh-Hant',
  jp: 'ja',
  kr: 'ko',
  us: 'en',
  english: 'en',
  chinese: 'zh-Hans',
  tibetan: 'bo',
  uyghur: 'ug',
  mongolian: 'mn',
  japanese: 'ja',
  korean: 'ko',
};

/** The tag as it is to be written, `zh-Hant` for `zh-hant`; null where it names no language. */
export function languageTag(code: string): string | null {
  if (Object.hasOwn(MEANT, code.toLowerCase())) return null;
  try {
    const tag = Intl.getCanonicalLocales(code)[0] ?? '';
    // A language has two or three letters; one of two that nobody knows is a slip.
    const [language = ''] = tag.split('-');
    const isKnown = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) !== undefined;
    return language.length === 3 || (language.length === 2 && isKnown) ? tag : null;
  } catch {
    return null;
  }
}

/** What was meant by what is no tag; undefined where that is not known. */
export const meantTag = (code: string): string | undefined =>
  (Object.hasOwn(MEANT, code.toLowerCase()) ? MEANT[code.toLowerCase()] : undefined) ??
  languageTag(code.replaceAll('_', '-')) ??
  undefined;

/** The script in which a language is written where its tag does not say, ISO 15924: `Latn` for `en`. */
export const scriptOf = (tag: string): string => new Intl.Locale(tag).maximize().script ?? 'Zzzz';

const isChinese = (tag: string): boolean => ['Hans', 'Hant'].includes(scriptOf(tag));

/** Whether a text in this language, the site's own where none is said, has the full-width punctuation of Chinese. */
export const hasChinesePunctuation = (tag = OWN_LANGUAGE): boolean => isChinese(tag);

/** Whether a reader and a screen reader take two tags for the same: `zh-CN` and `zh-Hans`, `en` and `en-GB`. */
export function isSameLanguage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((tag) => new Intl.Locale(tag).maximize());
  return a?.language === b?.language && a?.script === b?.script;
}

/** The script for which the style sheets of all pages are written: text in it needs no class. */
const PLAIN = 'Hans';

/** Class by which style sheets know the script of a text; undefined where it needs none. */
export const scriptClass = (tag = OWN_LANGUAGE): string | undefined =>
  scriptOf(tag) === PLAIN ? undefined : languageAttributes(tag).class;

/** Attributes of an element whose words are in a language. */
export interface LanguageAttributes {
  lang: string;
  dir?: 'rtl' | 'ltr';
  /** By which style sheets know its script: `script-latn`. */
  class: string;
}

export function languageAttributes(tag: string): LanguageAttributes {
  const script = scriptOf(tag);
  return {
    lang: tag,
    ...(RIGHT_TO_LEFT.has(script) ? { dir: 'rtl' as const } : {}),
    class: `script-${script.toLowerCase()}`,
  };
}
