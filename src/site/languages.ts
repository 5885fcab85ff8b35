import { language, languages } from '#archive';
import type { Language } from '../lib/schema/site.ts';
import { path } from '../lib/urls.ts';

/** Each language in its own words. */
const LANGUAGE_NAMES: Record<Language, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/** `lang` of a page, BCP 47. Simplified Chinese by its region: fonts choose their shapes by that. */
export const tagOf = (one: Language): string => (one === 'zh-Hans' ? 'zh-CN' : one);

/** The same page in another language of the site. */
export interface Alternate {
  language: Language;
  /** `lang` of the page. */
  tag: string;
  /** Its language in that language. */
  name: string;
  href: string;
}

/**
 * A page in all languages of the site, this one too; empty where there is but one.
 * @param pathname of the page, under the base of this build
 */
export function alternatesOf(pathname: string): Alternate[] {
  if (languages.length < 2) return [];
  const [first] = languages;
  const root = language === first ? path() : path().slice(0, -`${language}/`.length);
  const page = pathname.slice(path().length);
  return languages.map((one) => ({
    language: one,
    tag: tagOf(one),
    name: LANGUAGE_NAMES[one],
    href: `${root}${one === first ? '' : `${one}/`}${page}`,
  }));
}
