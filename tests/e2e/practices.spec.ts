import { BACKGROUND } from '#words/background.ts';
import { practices } from '../support/content.ts';
import { faultsOf } from './support/axe.ts';
import { movedOf } from './support/pages.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

const idOf = (path: string): string => path.split('/').at(-2) ?? '';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every practice answers at its address: with its page, or with its entry in the glossary', async ({
    page,
    request,
    build,
  }) => {
    const moved = new Set(movedOf(build).map(idOf));
    const [first] = given([...moved][0] ? [...moved] : null, 'no practice without a page of its own');
    await page.goto(`practices/${first}/`);
    await page.waitForURL(/practices\/#/);
    const glossary = await (await request.get('practices/')).text();
    for (const { id, name } of practices) {
      const html = await (await request.get(`practices/${id}/`)).text();
      expect.soft(html, id).toContain(name);
      if (moved.has(id)) expect.soft(html, id).toContain(`href="${build.base}practices/#${id}"`);
      expect.soft(glossary, id).toContain(moved.has(id) ? ` id="${id}"` : `${build.base}practices/${id}/`);
    }
  });

  test('an entry says what it is, and leads to the paragraph that names it', async ({ page, build }) => {
    const id = given(movedOf(build).map(idOf)[0], 'no practice without a page of its own');
    const practice = given(
      practices.find((one) => one.id === id),
      'its file',
    );
    await page.goto('practices/');
    const entry = page.locator(`[id="${id}"]`);
    await expect(entry.getByRole('heading')).toHaveText(practice.name);
    await expect(entry).toContainText(practice.summary);
    const words = (await entry.locator('mark').first().textContent()) ?? '';
    await entry.locator('blockquote a').first().click();
    await page.waitForURL(/stories\/.*#p-/);
    await expect(page.locator(':target')).toContainText(words);
  });

  test('background is told from the text, with the address of its source', async ({ page }) => {
    const practice = given(
      practices.find(({ background }) => background?.some(({ url }) => url)),
      'no practice with background',
    );
    const [one] = practice.background?.filter(({ url }) => url) ?? [];
    await page.goto(`practices/${practice.id}/`);
    const note = page.getByRole('note').filter({ hasText: one?.text ?? '' });
    await expect(note).toHaveAccessibleName(BACKGROUND.title);
    await expect(note.getByRole('link')).toHaveAttribute('href', one?.url ?? '');
    await expect(note.getByRole('link')).toHaveText(BACKGROUND.work(one?.title ?? ''));
  });
});

test('an address that leads on is in order for those who stay there', async ({ page, request, build }) => {
  const path = given(movedOf(build)[0], 'no practice without a page of its own');
  const html = await (await request.get(path)).text();
  await page.setContent(html.replace(/<meta http-equiv="[^>]*>/g, ''));
  expect(await faultsOf(page)).toEqual([]);
});
