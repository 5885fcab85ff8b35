import { language } from '#archive';
import { isSameLanguage, type LanguageAttributes, languageAttributes, OWN_LANGUAGE } from '../lib/text/language.ts';
import type { Story } from './model.ts';

/** Attributes of an element with a story's own words; undefined where they are in the language of the page. */
export function languageOf({ lang = OWN_LANGUAGE }: Pick<Story, 'lang'>): LanguageAttributes | undefined {
  return isSameLanguage(lang, language) ? undefined : languageAttributes(lang);
}

/** The same without the class, for titles in lists: their faces are the page's. */
export function langOf(story: Pick<Story, 'lang'>): Omit<LanguageAttributes, 'class'> {
  const { class: _, ...attributes } = languageOf(story) ?? { class: '' };
  return attributes as Omit<LanguageAttributes, 'class'>;
}
