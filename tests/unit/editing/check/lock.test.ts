import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { manuscriptPlugins, siteLinks } from '../../../../src/integrations/manuscript-plugins.ts';
import { isSafeUrl } from '../../../../src/lib/text/safe-url.ts';

describe('links', () => {
  test.each([
    'https://example.org/a',
    'http://x.cn',
    'mailto:a@b.cn',
    'tel:010-1',
    '/stories/a/',
    '#p-1',
    'a/b',
    '?q=1',
  ])('may be %s', (url) => expect(isSafeUrl(url)).toBe(true));
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '//example.org',
    '\\\\example.org',
    'https://a b',
  ])('may not be %j', (url) => expect(isSafeUrl(url)).toBe(false));
});

/** The second net: the same rules where MDX is compiled, should anything get past the check. */
describe('the compiler', () => {
  const compile = async (source: string) =>
    mdxToJs(source, {
      mdastPlugins: manuscriptPlugins({ basePath: '/', contentFolder: 'src/content' }),
      fileURL: pathToFileURL('tests/fixtures/x.mdx'),
    });

  test('takes prose and its components', async () => {
    await expect(compile('正文 <Figure id="a">3 户</Figure>。')).resolves.toBeDefined();
  });

  test.each([
    '{process.env.HOME}',
    'import a from "a"',
    '<script>x</script>',
    '<em onclick="x">a</em>',
    '[a](javascript:x)',
  ])('refuses %s', async (source) => {
    await expect(async () => compile(`第一行\n\n${source}`)).rejects.toThrow(/x\.mdx:3:1 错误/);
  });
});

describe('links within the site', () => {
  const compile = async (source: string, base: string) => mdxToJs(source, { mdastPlugins: [siteLinks(base)] }).code;

  test.each(['/archive/', 'archive', '/archive'])('are led under %s', async (base) => {
    const code = await compile(
      '[一](/stories/a/)、[二](/)、[三][c]、[外](https://x.cn/)、[下](#s-1)\n\n[c]: /map/',
      base,
    );
    for (const url of ['/archive/stories/a/', '/archive/', '/archive/map/', 'https://x.cn/', '#s-1'])
      expect(code).toContain(`"${url}"`);
  });

  test.each(['/', ''])('stay as they are under %j', async (base) => {
    expect(await compile('[一](/stories/a/)', base)).toContain('"/stories/a/"');
  });
});
