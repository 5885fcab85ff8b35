import type { Page } from '@playwright/test';
import { ALOUD } from '#words/aloud.ts';
import { manuscripts } from '../support/content.ts';
import { given } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';
import { type Fake, type Faked, HERE, withVoice } from './support/voice.ts';

/** A story of the archive's language, long enough to be skipped in. */
const story = () => given([...manuscripts].sort((a, b) => b.blocks.length - a.blocks.length)[0], 'no story');

const fake = <T>(page: Page, ask: (fake: Fake) => T) => page.evaluate(`(${ask.toString()})(window.fake)`) as Promise<T>;
const bare = (text: string) => text.replace(/[^\p{L}]/gu, '');
/** What is painted as being read. */
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map((range) => range.toString()).join(''));

async function begin(page: Page) {
  const { path } = story();
  await withVoice(page, HERE);
  await page.goto(path);
  await page.getByRole('button', { name: ALOUD.start }).click();
  await expect(page.getByRole('region', { name: ALOUD.bar })).toBeVisible();
}

test('a story is read sentence by sentence, in the order of its words, without notes and apparatus', async ({
  page,
}) => {
  await begin(page);
  // The page is read through as fast as the script speaks.
  const all = await page.evaluate(() => {
    const { fake } = window as unknown as Faked;
    for (let i = 0; i < 5000 && document.querySelector('.aloud-bar'); i++) fake.finish();
    return fake.said.map(({ text }) => text);
  });
  const read = bare(all.join(''));
  const { blocks, data } = story();
  expect(read.startsWith(bare(data.title))).toBe(true);
  let at = 0;
  // Without digits and signs, which are spoken otherwise: the beginning and end of each paragraph, in order.
  for (const { text } of blocks.filter(({ kind }) => kind === 'paragraph')) {
    const head = /^[\p{Script=Han}]{4,}/u.exec(bare(text.split(/[\d〔“%㎡]/)[0] ?? ''))?.[0].slice(0, 10) ?? '';
    const found = read.indexOf(head, at);
    expect.soft(found, head).toBeGreaterThanOrEqual(at);
    at = Math.max(at, found);
  }
  const apparatus = await page.locator('.prose :is(.note, .margin-dates, figcaption, .footnotes)').allTextContents();
  for (const words of apparatus.map(bare).filter((text) => text.length > 8)) expect.soft(read).not.toContain(words);
  for (const part of all) expect.soft(part.length).toBeLessThan(160);
  await expect(page.locator('.aloud-bar')).toHaveCount(0);
});

test('the sentence that is read is marked and in sight', async ({ page }) => {
  await begin(page);
  for (let i = 0; i < 12; i++) {
    const sentence = bare(await marked(page));
    const said = await fake(page, ({ said }) => said.at(-1)?.text ?? '');
    if (sentence)
      expect.soft(sentence.slice(0, 400)).toContain(
        bare(
          said
            .replace(/[零一二三四五六七八九年到百分之]/g, ' ')
            .split(' ')
            .sort((a, b) => b.length - a.length)[0] ?? '',
        ),
      );
    await page.getByRole('button', { name: ALOUD.forward, exact: true }).click();
  }
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('read-aloud') ?? [];
        const box = (range as Range | undefined)?.getBoundingClientRect();
        return box ? box.top >= 0 && box.top < innerHeight : null;
      }),
    )
    .not.toBe(false);
});

test('a pause silences it, and going on begins its sentence anew; back, faster, stop', async ({ page }) => {
  await begin(page);
  const first = await fake(page, ({ said }) => said.at(-1)?.text);
  await page.getByRole('button', { name: ALOUD.pause }).click();
  expect(await fake(page, ({ isSilent }) => isSilent())).toBe(true);
  await page.getByRole('button', { name: ALOUD.resume }).click();
  expect(await fake(page, ({ said }) => said.at(-1)?.text)).toBe(first);
  await page.getByRole('button', { name: ALOUD.forward, exact: true }).click();
  await page.getByRole('button', { name: ALOUD.back }).click();
  expect(await fake(page, ({ said }) => said.at(-1)?.text)).toBe(first);
  await page.getByLabel(ALOUD.speed).selectOption('1.5');
  expect(await fake(page, ({ said }) => said.at(-1)?.rate)).toBe(1.5);
  await page.getByRole('button', { name: ALOUD.stop }).click();
  expect(await fake(page, ({ isSilent }) => isSilent())).toBe(true);
  await expect(page.locator('.aloud-bar')).toHaveCount(0);
  expect(await marked(page)).toBe('');
  await expect(page.getByRole('button', { name: ALOUD.start })).toBeFocused();
});

test('is offered only where the device itself has a voice of the language, be it late', async ({ page, context }) => {
  const { path } = story();
  const button = (on: Page) => on.locator('[data-read-aloud]');
  for (const voice of [null, { lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: false }]) {
    const other = await context.newPage();
    await withVoice(other, voice);
    await other.goto(path);
    await expect(other.locator('#evidence, .credit a').first()).toBeVisible();
    await expect(button(other)).toBeHidden();
    await other.close();
  }
  await withVoice(page, HERE, true);
  await page.goto(path);
  await expect(button(page)).toBeHidden();
  const before = await page.locator('.prose').boundingBox();
  await fake(page, ({ arrive }) => arrive());
  await expect(button(page)).toBeVisible();
  expect(await page.locator('.prose').boundingBox()).toEqual(before);
});

test('falls silent when the page is left, and is a large button in large print', async ({ page }) => {
  await remember(page, { size: 'elder' });
  await begin(page);
  const sizes = await page
    .locator('.aloud-bar button, [data-read-aloud]')
    .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().height));
  for (const height of sizes) expect.soft(height).toBeGreaterThanOrEqual(56);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(await fake(page, ({ isSilent }) => isSilent())).toBe(true);
});
