import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, readConfig } from '../../../src/site/config.ts';

describe('without a word in the environment', () => {
  const config = readConfig({});

  test('everything has its usual place', () => {
    expect(config).toMatchObject({
      siteUrl: 'http://localhost:4321',
      basePath: '/',
      contentFolder: resolve('src/content'),
      outFolder: 'dist',
      contactUrl: null,
      mapOutlines: '',
      tianditu: null,
      showsDrafts: false,
      hasEditForm: false,
      offline: true,
      indexLinks: false,
      port: 4321,
    });
    expect(config.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(config.withheldFile.startsWith(process.cwd())).toBe(false);
  });

  test('an empty variable is none', () => {
    const names = [
      'SITE_URL',
      'BASE_PATH',
      'CONTENT_DIR',
      'OUT_DIR',
      'CONTACT_URL',
      'SITE_DATE',
      'PORT',
      'DRAFTS',
      'OFFLINE',
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(config);
  });
});

test.each([
  ['archive', '/archive/'],
  ['/archive', '/archive/'],
  ['/a/b/', '/a/b/'],
  ['/', '/'],
])('BASE_PATH=%s is %s', (value, path) => expect(readConfig({ BASE_PATH: value }).basePath).toBe(path));

test('OFFLINE=none turns reading without a network off', () =>
  expect(readConfig({ OFFLINE: 'none' }).offline).toBe(false));

test('each content folder has a cache of its own', () => {
  const [a, b] = [readConfig({ CONTENT_DIR: '/a' }), readConfig({ CONTENT_DIR: '/b' })].map(cacheFolder);
  expect(a).not.toBe(b);
});

test.each([
  ['SITE_DATE', 'tomorrow'],
  ['SITE_DATE', '2026/11/26'],
  ['SITE_DATE', ' 2026-11-26'],
  ['SITE_DATE', '2026-02-30'],
  ['SITE_URL', 'chronicle.example'],
  ['SITE_URL', 'javascript:alert(1)'],
  ['BASE_PATH', '/a b'],
  ['BASE_PATH', '/../x'],
  ['BASE_PATH', 'https://a.example/x'],
  ['CONTACT_URL', 'javascript:alert(1)'],
  ['CONTACT_URL', '/contact'],
  ['CONTACT_URL', 'mailto:'],
  ['OFFLINE', 'off'],
  ['SEARCH_WHOLE_UP_TO', 'all'],
  ['SEARCH_WHOLE_UP_TO', '-1'],
  ['PORT', 'abc'],
  ['PORT', '70000'],
])('%s=%s is refused by name, in one Chinese sentence', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`环境变量 ${name}=${value} 不能用：`);
});

test('the host of tiles must be an address', () => {
  const env = { PUBLIC_TIANDITU_KEY: 'k', PUBLIC_TIANDITU_HOST: 'tiles' };
  expect(() => readConfig(env)).toThrow('PUBLIC_TIANDITU_HOST=tiles');
});
