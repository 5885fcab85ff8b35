import { readFileSync } from 'node:fs';
import { CITING } from '#words/citing.ts';
import { SEARCH } from '#words/search.ts';
import { SELECTION } from '#words/selection.ts';
import { manuscripts, reports } from '../support/content.ts';
import { expect, test } from './support/test.ts';

test('a story is cited in every form, and the citation copied is the one in sight', async ({ page, context }) => {
  const [story] = reports;
  test.skip(!story, 'This archive has no story that retells an original.');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(story?.path ?? '');
  const menu = page.getByRole('combobox', { name: CITING.choose });
  const cited = page.locator('#cite');
  await cited.scrollIntoViewIfNeeded();
  for (const [form, holds] of Object.entries({
    'gbt7714-2015': /\[\d{4}-\d\d-\d\d\]/,
    apa: /\(Original work published|\(\d{4}/,
    chicago: /“/,
    bib: /^@\w+\{/,
    ris: /^TY {2}- /,
    json: /^\[/,
    'gbt7714-2025': /\[(?:N|EB|A)\/OL\]/,
  })) {
    await menu.selectOption(form);
    await expect(cited, form).toHaveText(holds);
    await page.getByRole('button', { name: CITING.copy }).click();
    await expect(page.getByText(CITING.copied, { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe(((await cited.textContent()) ?? '').trim());
    expect(copied).not.toContain(CITING.accessed);
  }
  // A paragraph that the address names is what is cited.
  const anchor = await page.locator('.prose > p[id]').first().getAttribute('id');
  await page.evaluate((id) => {
    location.hash = id ?? '';
  }, anchor);
  await expect(cited).toContainText(`#${anchor}`);
});

test('what is ticked among the results is kept from search to search, and its records are taken along', async ({
  page,
}) => {
  await page.goto('search/?sort=newest');
  await page.getByRole('button', { name: SEARCH.select }).click();
  const take = async (form: keyof typeof SELECTION.forms) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: SELECTION.forms[form], exact: true }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  // Nothing ticked: all that was found.
  expect(JSON.parse(await take('json')).length).toBeGreaterThanOrEqual(manuscripts.length);
  const boxes = page.locator('.result-tick input');
  await boxes.first().check();
  await expect(page.getByText(SELECTION.chosen(1))).toBeVisible();
  const slug = (await boxes.first().inputValue()).split('/').at(-2);
  const csv = await take('csv');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n')[0]?.slice(1)).toBe(SELECTION.columns.join(','));
  expect(JSON.parse(await take('json'))[0].id).toBe(slug);
  expect(await take('bib')).toContain(`{${slug},`);
  expect(await take('ris')).toContain(`ID  - ${slug}\r\n`);
  expect(await take('txt')).toMatch(/\[[A-Z]+(?:\/OL)?\]\. /);
  await page.reload();
  await page.getByRole('button', { name: SEARCH.select }).click();
  await expect(boxes.first()).toBeChecked();
  await page.getByText(SELECTION.list).click();
  await page.getByRole('button', { name: /./ }).and(page.locator('.selection li button')).click();
  await expect(page.getByText(SELECTION.none)).toBeVisible();
});
