import { describe, expect, test } from 'vitest';
import { tightenPolicy } from '../../../src/integrations/tighten-csp.ts';
import { cspHash } from '../../../src/site/csp-hash.ts';

const script = 'alert(1)';
const meta = (hashes: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${hashes};">`;
const own = `'${cspHash(script)}'`;

/** What a page may not do before its policy. */
const before = (html: string) => html.slice(0, html.indexOf('<meta http-equiv'));

describe('the policy of a page', () => {
  test('keeps the hashes of what the page holds alone, once, and stands behind the charset', () => {
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><script>${script}</script>${meta(`${own} 'sha256-other='`)}</head></html>`;
    expect(tightenPolicy(page)).toBe(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';script-src 'self' ${own}"><title>x</title><script>${script}</script></head></html>`,
    );
    expect(tightenPolicy(tightenPolicy(page))).toBe(tightenPolicy(page));
  });

  test('has leave for WebAssembly where it names one that reads the index', () => {
    const page = (first: string) =>
      `<html><head><meta charset="utf-8">${meta("'wasm-unsafe-eval'")}</head><div data-search-first="${first}"></div></html>`;
    expect(tightenPolicy(page('catalogue.json terms.json'))).toContain("script-src 'self'\"");
    expect(tightenPolicy(page('catalogue.json wasm.unknown.json'))).toContain("script-src 'self' 'wasm-unsafe-eval'\"");
  });

  test.each([
    [
      'a page that leads on',
      '<!doctype html><title>Redirecting to: /a/</title><meta http-equiv="refresh" content="0;url=/a/"><body><a href="/a/">/a/</a></body>',
    ],
    [
      'a page of a head and no charset',
      `<!DOCTYPE html><html lang="zh"><head><script>${script}</script></head></html>`,
    ],
    [
      'a page that says its charset too late',
      `<!DOCTYPE html><html><head><script>${script}</script><meta charset="utf-8"></head></html>`,
    ],
    [
      'a page with a preload first',
      '<html><head><link rel="preload" href="/a.js" as="script"><meta charset="utf-8"></head></html>',
    ],
    [
      'a page that speaks of one',
      '<html><body><pre>&lt;meta charset="utf-8"></pre><meta charset="utf-8"></body></html>',
    ],
    ['a bare script', `<script>${script}</script>`],
  ])('is given to %s, before all that it binds', (_, page) => {
    const html = tightenPolicy(page);
    expect(html.match(/<meta http-equiv="content-security-policy"/g)).toHaveLength(1);
    expect(before(html)).not.toMatch(/<(?:script|style|link|body|img|title)/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain(page.includes('<script') ? `script-src ${own}` : "script-src 'none'");
  });
});
