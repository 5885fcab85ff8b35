import { name } from '#archive';
import { manuscripts } from '../support/content.ts';
import { MISSING, pagesOf } from './support/pages.ts';
import { parseServed } from './support/served.ts';
import { expect, test } from './support/test.ts';

function headOf(document: Document) {
  const meta = (name: string) =>
    document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? '';
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    description: meta('description'),
    viewport: meta('viewport'),
    ogTitle: meta('og:title'),
    ogType: meta('og:type'),
    ogDescription: meta('og:description'),
    ogSite: meta('og:site_name'),
    icons: document.querySelectorAll('link[rel~="icon"], link[rel="apple-touch-icon"]').length,
  };
}

test('every page says what it is: language, title, description, one main heading, icon', async ({
  page,
  request,
  build,
}) => {
  const titles = new Map<string, string>();
  for (const path of [...pagesOf(build), MISSING]) {
    const found = await (await parseServed(page, request, path)).evaluate(headOf);
    // The page for readers abroad is the one in another language.
    const lang = path === 'en/' ? 'en' : 'zh-CN';
    expect.soft(found, path).toMatchObject({ lang, headings: 1, ogSite: name, icons: 2 });
    expect.soft(found.title, path).toContain(name);
    // Two stories may bear one title: a series does.
    const title = manuscripts.find((story) => story.path === path)?.data.title;
    const namesakes = manuscripts.filter(({ data }) => data.title === title);
    if (namesakes.length < 2) {
      expect.soft(titles.get(found.title), `${path} has the title of another page`).toBeUndefined();
      titles.set(found.title, path);
    }
    expect.soft(found.description.length, path).toBeGreaterThan(9);
    expect.soft(found.ogDescription, path).toBe(found.description);
    expect.soft(found.ogTitle, path).not.toBe('');
    expect.soft(found.ogType, path).toBe(/^stories\/./.test(path) ? 'article' : 'website');
    expect.soft(found.viewport, path).not.toMatch(/user-scalable|maximum-scale/);
  }
});

test('headings go down one level at a time', async ({ page, request, build }) => {
  for (const path of pagesOf(build)) {
    const levels = await (await parseServed(page, request, path)).evaluate((document) =>
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter((heading) => !heading.closest('dialog'))
        .map((heading) => Number(heading.localName[1])),
    );
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect.soft(jumps, `${path}: ${levels.join(' ')}`).toEqual([]);
  }
});
