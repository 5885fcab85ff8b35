import { isCitable } from '../../src/lib/manuscript/blocks.ts';
import { anchorTables, manuscripts } from '../support/content.ts';
import { expect, test } from './support/test.ts';

/**
 * The words of each block as a reader sees them, without what the page adds: paragraph links, the
 * brackets of a note, the sentence that stands for a lost passage.
 */
function wordsIn(blocks: Element[]): string[] {
  return blocks.map((block) => {
    const copy = block.cloneNode(true) as Element;
    for (const added of copy.querySelectorAll('.paragraph-link, .gap, ol, ul')) added.remove();
    for (const note of copy.querySelectorAll('.note')) note.textContent = note.textContent.replace(/^〔|〕$/g, '');
    return copy.textContent.trim();
  });
}

/** Between Han characters a blank is the end of a line of verse, or of a line in the file. */
const plain = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/\s+/g, ' ').replace(/(?<=[\p{Script=Han}\p{P}]) (?=\p{Script=Han})/gu, ''));

for (const { slug, path, data, blocks } of manuscripts) {
  test(`${slug}: the page says what the manuscript says, word for word`, async ({ page }) => {
    await page.goto(path);
    const headings = blocks.filter((block) => block.kind === 'heading').map((block) => block.text);
    expect(plain(await page.locator('.prose :is(h2, h3)').evaluateAll(wordsIn))).toEqual(plain(headings));
    const paragraphs = blocks.filter(isCitable).map((block) => block.text);
    expect(plain(await page.locator('.prose :is(p, li)[id]').evaluateAll(wordsIn))).toEqual(plain(paragraphs));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(data.title);
  });
}

test('every paragraph has the id that the committed table gives it', async ({ page }) => {
  for (const { slug, path } of manuscripts) {
    const committed = anchorTables.get(slug);
    expect.soft(committed?.changed, `${slug}: the table is behind the text, run npm run anchors`).toBe(false);
    await page.goto(path);
    const ids = await page.locator('.prose :is(p, li)[id]').evaluateAll((all) => all.map((element) => element.id));
    expect.soft(ids, slug).toEqual(committed?.table.paragraphs.map((anchor) => anchor.id));
  }
});
