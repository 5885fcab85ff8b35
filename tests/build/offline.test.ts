import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { OFFLINE } from '#words/offline.ts';
import { runPackage } from '../../src/commands/command.ts';
import { filesOf } from '../support/built-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'offline-none-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('with OFFLINE=none no page asks for the worker, and one that is there takes its leave', {
  timeout: 300_000,
}, async () => {
  const dist = join(folder, 'dist');
  const env = { CONTENT_DIR: 'tests/fixtures/content', OUT_DIR: dist, BASE_PATH: '/archive/', OFFLINE: 'none' };
  const { code, output } = await runPackage('astro', ['build'], { quiet: true, env });
  expect(code, output).toBe(0);
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  expect(worker).toContain('registration.unregister()');
  expect(worker).toContain('"county-chronicle /archive/ "');
  expect(worker).not.toContain('fetch');
  const pages = filesOf(dist).filter((file) => file.endsWith('.html'));
  const scripts = new Set(
    pages.flatMap((file) => readFileSync(file, 'utf8').match(/(?<=src="\/archive\/)assets\/[^"]+\.js/g) ?? []),
  );
  expect(scripts.size).toBeGreaterThan(3);
  for (const file of scripts) expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(/\.register\(|sw\.js/);
  expect(filesOf(dist).filter((file) => /assets[\\/]offline/.test(file))).toEqual([]);
  expect(readFileSync(join(dist, 'offline/index.html'), 'utf8')).toContain(OFFLINE.none);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('/archive/offline/');
});
