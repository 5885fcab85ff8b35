import { describe, expect, test } from 'vitest';
import {
  hasChinesePunctuation,
  isSameLanguage,
  languageAttributes,
  languageTag,
  meantTag,
  scriptClass,
} from '../../../../src/lib/text/language.ts';

describe('a tag of a language', () => {
  test.each([
    ['en', 'en'],
    ['EN-gb', 'en-GB'],
    ['zh-hant', 'zh-Hant'],
    ['zh-TW', 'zh-TW'],
    ['bo', 'bo'],
    ['ug', 'ug'],
    ['ug-Latn', 'ug-Latn'],
    ['lzh', 'lzh'],
    ['khb', 'khb'],
  ])('%s is %s', (code, tag) => expect(languageTag(code)).toBe(tag));

  test.each(['', 'english', 'cn', 'zh_TW', 'xx', '中文', 'e', '__proto__', 'constructor', 'en us', 'jp'])(
    '%j is none',
    (code) => expect(languageTag(code)).toBeNull(),
  );

  test('is guessed from what many write instead', () => {
    expect(['cn', 'JP', 'zh_TW', 'English'].map(meantTag)).toEqual(['zh-Hans', 'ja', 'zh-TW', 'en']);
    expect(['xx', 'constructor', ''].map(meantTag)).toEqual([undefined, undefined, undefined]);
  });
});

test('a page says language, direction and script', () => {
  expect(languageAttributes('en')).toEqual({ lang: 'en', class: 'script-latn' });
  expect(languageAttributes('ug')).toEqual({ lang: 'ug', dir: 'rtl', class: 'script-arab' });
  expect(languageAttributes('ug-Latn')).toEqual({ lang: 'ug-Latn', class: 'script-latn' });
  expect(languageAttributes('he')).toMatchObject({ dir: 'rtl' });
  expect(languageAttributes('zh-HK')).toEqual({ lang: 'zh-HK', class: 'script-hant' });
});

test('text in the script of all pages needs no class, any other does', () => {
  expect([scriptClass('zh-Hans'), scriptClass('zh-CN'), scriptClass('en'), scriptClass('zh-Hant')]).toEqual([
    undefined,
    undefined,
    'script-latn',
    'script-hant',
  ]);
});

test('two tags may be one language', () => {
  expect(isSameLanguage('zh-CN', 'zh-Hans')).toBe(true);
  expect(isSameLanguage('en', 'en-GB')).toBe(true);
  expect(isSameLanguage('zh-Hant', 'zh-Hans')).toBe(false);
  expect(isSameLanguage('ja', 'zh-Hans')).toBe(false);
});

test('Chinese alone has Chinese punctuation', () => {
  expect(['zh', 'zh-Hant', 'zh-TW', 'yue'].map((tag) => hasChinesePunctuation(tag))).not.toContain(false);
  expect(['en', 'ug', 'bo', 'ja', 'ko'].map((tag) => hasChinesePunctuation(tag))).not.toContain(true);
});
