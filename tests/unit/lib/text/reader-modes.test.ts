import { Readability } from '@mozilla/readability';
import { expect, test } from 'vitest';
import { isLikeOtherMatter, isLikeSharing } from '../../../../src/lib/text/reader-modes.ts';

const { REGEXPS } = Readability.prototype as unknown as { REGEXPS: Record<string, RegExp> };

test.each([
  'f-community-factories',
  'f-social-insurance',
  'm-menu-of-training',
  'f-remote-villages',
  'f-extra-income',
  'm-header',
])('an element called %s is saved from a reader mode', (name) => {
  expect(isLikeOtherMatter(name)).toBe(true);
  expect(REGEXPS.okMaybeItsACandidate?.test(`figure content ${name}`)).toBe(true);
});

test('every name that Readability takes for other matter is known', () => {
  const words = (REGEXPS.unlikelyCandidates?.source ?? '').split('|');
  expect(words.length).toBeGreaterThan(20);
  for (const word of words) expect.soft(isLikeOtherMatter(`f-${word}-total`), word).toBe(true);
});

test('a share of something passes for a button, a shareholder does not', () => {
  expect(isLikeSharing('f-two-types-share')).toBe(true);
  expect(isLikeSharing('f-shareholders')).toBe(false);
  expect(REGEXPS.shareElements?.test('f-two-types-share')).toBe(true);
});

test('any other name goes as it is', () => {
  for (const name of ['f-sheds', 'm-goal-set', 'f-poor-villages-before']) {
    expect(isLikeOtherMatter(name)).toBe(false);
    expect(REGEXPS.unlikelyCandidates?.test(`figure ${name}`)).toBe(false);
  }
});
