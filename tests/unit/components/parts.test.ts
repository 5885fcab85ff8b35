import { expect, test } from 'vitest';
import { part } from '../../../src/components/parts.ts';
import { openPage } from './page.ts';

test('a part is found within what it is a part of', () => {
  const page = openPage('<p class="status">外</p><form><p class="status">内</p><input name="q"></form>');
  const form = part(page, 'form');
  expect(part(form, '.status').textContent).toBe('内');
  expect(part(form, '[name="q"]', HTMLInputElement).name).toBe('q');
});

test('one that is missing, or is something else, is told by name', () => {
  const page = openPage('<p class="status"></p>');
  expect(() => part(page, '.map-frame')).toThrow('No HTMLElement at .map-frame');
  expect(() => part(page, '.status', HTMLInputElement)).toThrow('No HTMLInputElement at .status');
});
