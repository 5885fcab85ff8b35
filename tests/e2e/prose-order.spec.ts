import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PARAGRAPH_LINKS } from '#words/paragraph-links.ts';
import { isCitable } from '../../src/lib/manuscript/blocks.ts';
import { manuscripts } from '../support/content.ts';
import { StoryPage } from './support/story-page.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

// What a story is to those who do not see it laid out: screen readers, reader modes, whoever copies it.

/** A story whose margin shows dates. */
const dated = () =>
  given(
    [...manuscripts].sort((a, b) => b.data.milestones.length - a.data.milestones.length)[0],
    'no story with milestones',
  );

const plain = (text: string) => text.replace(/\s+/g, '');

test('a screen reader hears each paragraph whole, and no date that it states, sources shown or not', async ({
  page,
}) => {
  const { path, blocks } = dated();
  const plainest = blocks.filter(isCitable).find(({ marks }) => marks.length === 0)?.text ?? '';
  for (const settings of [{}, { evidence: 'on' }] as const) {
    await remember(page, settings);
    await page.goto(path);
    const tree = plain(await page.locator('.prose').ariaSnapshot());
    expect(tree).toContain(plain(plainest));
    const dates = await page
      .locator('[data-dates]')
      .evaluateAll((all) => all.flatMap((block) => block.getAttribute('data-dates')?.split('\n') ?? []));
    expect(dates.length).toBeGreaterThan(0);
    const words = plain(blocks.map(({ text }) => text).join(''));
    // What is drawn has a second text for who hears it, which is empty.
    const heard = await page
      .locator('[data-dates]')
      .evaluateAll((all) =>
        all
          .map((block) => getComputedStyle(block, '::before'))
          .map(({ display, content }) => display === 'none' || /\/ ""$/.test(content)),
      );
    expect(heard.filter((isSilent) => !isSilent)).toEqual([]);
    if ('evidence' in settings) continue;
    // A drawing names dates itself, and is no paragraph.
    await page.locator('.drawing').evaluateAll((all) => {
      for (const drawing of all) drawing.remove();
    });
    const paragraphs = plain(await page.locator('.prose').ariaSnapshot());
    for (const date of dates) if (!words.includes(plain(date))) expect(paragraphs).not.toContain(plain(date));
  }
});

/** Of fewer characters reader modes make nothing, whatever the page is like. */
const LEAST = 300;

test('reader modes take the prose of every story, whole, and nothing else', async ({ build }) => {
  for (const { slug, path } of manuscripts) {
    const { document } = parseHTML(readFileSync(join(build.folder, path, 'index.html'), 'utf8'));
    const prose = document.querySelector('.prose')?.cloneNode(true) as Element;
    // What is set apart is no part of the text: words said twice, drawings.
    for (const apart of prose.querySelectorAll('aside, .drawing')) apart.remove();
    const expected = plain(prose.textContent ?? '');
    if (expected.length < LEAST) continue;
    const { textContent = '' } = new Readability(document as unknown as Document).parse() ?? {};
    expect.soft(plain(textContent ?? ''), slug).toBe(expected);
  }
  const { path } = dated();
  const { document } = parseHTML(readFileSync(join(build.folder, path, 'index.html'), 'utf8'));
  expect(isProbablyReaderable(document as unknown as Document, { visibilityChecker: () => true })).toBe(true);
});

test('links to paragraphs have names of their own and are one stop of the Tab key, at the paragraph in hand', async ({
  page,
}) => {
  const story = new StoryPage(page);
  await remember(page, { evidence: 'on' });
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

test('what is copied is clean prose, sources shown or not', async ({ page }) => {
  const { path, blocks } = dated();
  for (const settings of [{}, { evidence: 'on' }] as const) {
    await remember(page, settings);
    await page.goto(path);
    const copied = await page.evaluate(() => {
      const first = document.querySelector('.prose [data-dates]') as Element;
      getSelection()?.selectAllChildren(first);
      return String(getSelection());
    });
    const texts = blocks.map(({ text }) => plain(text));
    expect(texts.some((text) => plain(copied).startsWith(text.slice(0, 12)))).toBe(true);
  }
});
