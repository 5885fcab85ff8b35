import { describe, expect, test } from 'vitest';
import { nameImports } from '../../../src/integrations/early-imports.ts';

const FILES: Readonly<Record<string, string>> = {
  '/a/page.js': 'import{d as e}from"./shared.js";import"./side.js";const f=()=>import("./later.js");',
  '/a/other.js': 'import * as x from "./shared.js"',
  '/a/shared.js': 'import{t}from"./deep.js";export{t}',
  '/a/deep.js': 'import{e}from"./page.js";export const t=1',
};
const read = (address: string) => FILES[address] ?? '';
const page = (mark: string) =>
  `<html><head><title>x</title></head><body><div class="a"${mark}></div><script type="module" src="/a/page.js"></script><script type="module" src="/a/other.js"></script></body></html>`;

describe('a page whose reader waits for its scripts', () => {
  test('names all that they import, each once, and neither themselves nor what comes later', () => {
    const [, head = ''] = /<head>(.*)<\/head>/.exec(nameImports(page(' data-early-imports'), read)) ?? [];
    expect([...head.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, address]) => address)).toEqual([
      '/a/shared.js',
      '/a/side.js',
      '/a/deep.js',
    ]);
  });

  test('keeps nothing of the mark', () => {
    expect(nameImports(page(' data-early-imports'), read)).toContain('<div class="a"></div>');
  });

  test('is any other page as it was', () => {
    expect(nameImports(page(''), read)).toBe(page(''));
  });
});
