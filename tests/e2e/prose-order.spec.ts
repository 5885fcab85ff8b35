import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PARAGRAPH_LINKS } from '#words/paragraph-links.ts';
import { T } from '#words/site.ts';
import { isCitable } from '../../src/lib/manuscript/blocks.ts';
import { manuscripts } from '../support/content.ts';
import { StoryPage } from './support/story-page.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

// What a story is to those who do not see it laid out: screen readers, reader modes, whoever copies it.

/** A story whose margin shows dates. */
const dated = () =>
  given(
    [...manuscripts].sort((a, b) => b.data.milestones.length - a.data.milestones.length)[0],
    'no story with milestones',
  );

const plain = (text: string) => text.replace(/\s+/g, '');

test('the dates of a paragraph come after its words, each apart from the next', async ({ page }) => {
  for (const { path } of manuscripts) {
    await page.goto(path);
    const faults = await page.locator('.margin-dates').evaluateAll((all) =>
      all.flatMap((dates) => {
        const block = dates.previousElementSibling?.closest('p, li') ?? dates.closest('li');
        const after = block && dates.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING;
        const text = dates.textContent.replace(/\s+/g, ' ').trim();
        const count = dates.querySelectorAll('.margin-date').length;
        const isApart = text.split('、').length === count && text.startsWith('日期');
        return [
          ...(after || dates.closest('li') ? [] : [`${text}: before its paragraph`]),
          ...(isApart ? [] : [`${text}: ${count} dates`]),
          ...(dates.closest('p') ? [`${text}: within a paragraph`] : []),
        ];
      }),
    );
    expect.soft(faults, path).toEqual([]);
  }
});

test('a screen reader hears each paragraph whole, then its dates', async ({ page }) => {
  const { path, blocks } = dated();
  await page.goto(path);
  const tree = plain(await page.locator('.prose').ariaSnapshot());
  const texts = blocks.filter(isCitable).map(({ text }) => text);
  // Marks and notes part a paragraph into pieces of the tree; a piece of plain words is one.
  const pieces = await page
    .locator('.prose :is(p, li)[id]')
    .evaluateAll((all) => all.map((block) => block.firstChild?.textContent ?? ''));
  expect(pieces).toHaveLength(texts.length);
  expect(tree).toContain(plain(T.dates).replace('：', ''));
  expect(tree.indexOf(plain(pieces[0] ?? '').slice(0, 12))).toBeGreaterThanOrEqual(0);
});

test('reader modes take every paragraph, and no date into the midst of one', async ({ build }) => {
  for (const { slug, path } of manuscripts) {
    const { document } = parseHTML(readFileSync(join(build.folder, path, 'index.html'), 'utf8'));
    const paragraphs = [...document.querySelectorAll('.prose :is(p, li)[id]')];
    const expected = paragraphs.map((paragraph) => {
      const words = paragraph.cloneNode(true) as Element;
      // An id with the word `share` in it is taken for a row of buttons, whatever its class.
      for (const lost of words.querySelectorAll('.margin-dates, [id*="-share"]')) lost.remove();
      return plain(words.textContent ?? '');
    });
    const { content = '' } = new Readability(document as unknown as Document).parse() ?? {};
    const lines = parseHTML(`<html><body>${content}</body></html>`).document;
    const found = [...lines.querySelectorAll('p, li, li > div')].map(({ textContent }) => plain(textContent ?? ''));
    expect
      .soft(
        expected.filter((text) => !found.includes(text)),
        slug,
      )
      .toEqual([]);
  }
  const { path } = dated();
  const { document } = parseHTML(readFileSync(join(build.folder, path, 'index.html'), 'utf8'));
  expect(isProbablyReaderable(document as unknown as Document, { visibilityChecker: () => true })).toBe(true);
});

test('links to paragraphs have names of their own and are one stop of the Tab key, at the paragraph in hand', async ({
  page,
}) => {
  const story = new StoryPage(page);
  await page.goto(dated().path);
  const links = page.locator('.paragraph-link');
  await expect(links.first()).toHaveAttribute('aria-label', PARAGRAPH_LINKS.copy(1));
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(names.length);
  const stops = page.locator('.paragraph-link:not([tabindex="-1"])');
  await expect(stops).toHaveCount(1);
  await links.first().focus();
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['End', names.length - 1],
    ['Home', 0],
    ['ArrowUp', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(links.nth(at)).toBeFocused();
    await expect(links.nth(at)).toBeInViewport();
    await expect(links.nth(at)).toHaveCSS('opacity', '1');
    await expect(stops).toHaveCount(1);
  }
  await expect(page.getByRole('status').filter({ hasText: PARAGRAPH_LINKS.keys })).toBeVisible();
  const last = story.paragraphs.last();
  await last.click({ position: { x: 5, y: 5 } });
  await expect(last.locator('.paragraph-link')).not.toHaveAttribute('tabindex', '-1');
});

test('what is copied is clean prose', async ({ page }) => {
  const { path } = dated();
  await page.goto(path);
  const copied = await page.evaluate(() => {
    const prose = document.querySelector('.prose') as Element;
    getSelection()?.selectAllChildren(prose);
    return String(getSelection());
  });
  const dates = await page.locator('.margin-dates').allTextContents();
  for (const date of dates) expect.soft(plain(copied)).not.toContain(plain(date));
});
