import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, describe, expect, test } from 'vitest';
import { apache } from '../../../src/hosting/apache.ts';
import { caddy } from '../../../src/hosting/caddy.ts';
import { iis } from '../../../src/hosting/iis.ts';
import { headersFile, LIMITS, limitsMet, redirectsFile } from '../../../src/hosting/netlify.ts';
import { nginx } from '../../../src/hosting/nginx.ts';
import { type Headers, type Hosting, headersAt, hostingOf } from '../../../src/hosting/rules.ts';
import { readSite } from '../../../src/hosting/site.ts';
import { TYPES } from '../../../src/hosting/types.ts';
import { vercel } from '../../../src/hosting/vercel.ts';
import { makeSite } from '../../support/made-site.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function hosting(base: string): Hosting {
  const site = makeSite(base);
  folders.push(dirname(site));
  const built = readSite(site, 'assets');
  if (!built) throw new Error('no site');
  return hostingOf(built, { hsts: true });
}

const PATHS = [
  '',
  'stories/bai/',
  'map/embed/',
  'map/embed/index.html',
  'map/',
  'map/a.svg',
  'stories/bai/story.json',
  'data/articles.csv',
  'assets/app.1a2b3c.js',
  'sw.js',
  'release.json',
  'favicon.svg',
  'faviconxsvg',
  'share.png',
  'nothing',
];
const sites = ['/', '/archive/'].map((base) => ({ base, host: hosting(base) }));

/** The rules of a `_headers` file: path, names taken away, headers. */
function readRules(text: string) {
  const rules: { path: string; away: string[]; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line === '') continue;
    if (line.startsWith('/')) rules.push({ path: line, away: [], headers: {} });
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (rule && name) rule.headers[name] = value ?? '';
    const [, away] = /^ {2}! ([\w-]+)$/.exec(line) ?? [];
    if (rule && away) rule.away.push(away);
  }
  return rules;
}

/** As the two hosts read them: Cloudflare puts values together, Netlify lets the later one stand. */
function interpret(text: string, address: string, host: 'Cloudflare' | 'Netlify'): Headers {
  const found: Record<string, string> = {};
  for (const { path, away, headers } of readRules(text)) {
    const place = new RegExp(
      `^${path
        .replace(/[.+?()[\]{}|^$]/g, '\\$&')
        .replace(/:\w+/, '[^/]+')
        .replace('*', '.*')}$`,
    );
    if (!place.test(address)) continue;
    if (host === 'Cloudflare') for (const name of away) delete found[name];
    for (const [name, value] of Object.entries(headers))
      found[name] = host === 'Cloudflare' && found[name] ? `${found[name]}, ${value}` : value;
  }
  return found;
}

describe.each(sites)('under $base', ({ base, host }) => {
  const [from, to] = [`${base}practices/old/`, `${base}practices/#old`];

  test('what has moved is led on', () => {
    expect(host.moved).toEqual([{ from, to }]);
    expect(redirectsFile(host)).toContain(`\n${from} ${to} 301\n`);
    expect(apache(host)).toContain(`RedirectMatch 301 "^${from}$" "${to}"\n`);
    expect(caddy(host, { root: '/srv', listen: ':80' })).toContain(`redir \`${from}\` \`${to}\` permanent\n`);
    expect(nginx(host, { root: '/srv', listen: '80' })).toContain(`  "~^${from}$" "${to}";\n`);
  });

  test.each(['Cloudflare', 'Netlify'] as const)('_headers says to %s what the table says', (reader) => {
    const text = headersFile(host);
    for (const path of PATHS)
      expect(interpret(text, `${base}${path}`, reader), path).toEqual(headersAt(host, `${base}${path}`));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(LIMITS.line);
    expect(readRules(text).length).toBeLessThanOrEqual(LIMITS.rules);
  });

  test('vercel.json says it, in rules of which no two give one path the same header', () => {
    const { headers, ...rest } = JSON.parse(vercel(host)) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    expect(rest).toEqual({ trailingSlash: true, redirects: [{ source: from, destination: to, permanent: true }] });
    for (const path of PATHS) {
      const matching = headers.filter(({ source }) => new RegExp(`^${source}$`).test(`${base}${path}`));
      const pairs = matching.flatMap(({ headers: list }) => list.map(({ key, value }) => [key, value] as const));
      expect(new Set(pairs.map(([key]) => key)).size, path).toBe(pairs.length);
      expect(Object.fromEntries(pairs), path).toEqual(headersAt(host, `${base}${path}`));
    }
    const [type] =
      headers.filter(({ source }) => new RegExp(`^${source}$`).test('/x/a.pf_index')).at(-1)?.headers ?? [];
    expect(type).toEqual({ key: 'Content-Type', value: TYPES.pf_index });
  });

  test('web.config is XML that says it, knows every kind of file and shows nothing hidden', () => {
    const problems: string[] = [];
    const note = (message: string) => void problems.push(message);
    const document = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(
      iis(host),
      'text/xml',
    );
    expect(problems).toEqual([]);
    const all = (
      tag: string,
      within: { getElementsByTagName: (name: string) => ArrayLike<Element> } = document as never,
    ) => Array.from(within.getElementsByTagName(tag));
    const headersOf = (element: Element | undefined): Headers =>
      Object.fromEntries(
        (element ? all('customHeaders', element as never) : []).flatMap((list) =>
          all('add', list as never).map((add) => [add.getAttribute('name'), add.getAttribute('value')]),
        ),
      );
    const [root] = all('system.webServer');
    const locations = all('location').map(
      (element) => [element.getAttribute('path') ?? '', headersOf(element)] as const,
    );
    for (const path of PATHS) {
      const own = locations
        .filter(([place]) => path === place || path.startsWith(`${place}/`))
        .map(([, found]) => found);
      expect(Object.assign({}, headersOf(root), ...own), path).toEqual(
        headersAt({ ...host, records: null }, `${base}${path}`),
      );
    }
    const mapped = all('mimeMap').map((map) => [map.getAttribute('fileExtension'), map.getAttribute('mimeType')]);
    expect(Object.fromEntries(mapped)).toEqual(
      Object.fromEntries(Object.entries(TYPES).map(([extension, type]) => [`.${extension}`, type])),
    );
    expect(all('directoryBrowse')[0]?.getAttribute('enabled')).toBe('false');
    expect(all('error').map((error) => error.getAttribute('statusCode'))).toContain('404');
    expect(all('denyUrlSequences').length).toBe(1);
  });
});

test('an archive of many styles keeps to Cloudflare’s line, and says so', () => {
  const many = Array.from(
    { length: 60 },
    (_, i) =>
      `default-src 'none';img-src 'self';base-uri 'none';script-src 'self';style-src 'self' 'sha256-${String(i).padStart(43, 'A')}='`,
  );
  const host = hostingOf({
    origin: 'https://a.example',
    base: '/',
    policies: many,
    framedPolicies: many.slice(0, 1),
    framed: ['map/embed/'],
    workers: [],
    pictures: [],
    moved: [],
    gone: [],
    open: [],
    hasRecords: false,
    hasMedia: false,
  });
  const [line = ''] = headersFile(host)
    .split('\n')
    .filter((text) => text.includes('Content-Security-Policy:'));
  expect(line.length).toBeLessThanOrEqual(LIMITS.line);
  expect(line).toBe("  Content-Security-Policy: img-src 'self';base-uri 'none';frame-ancestors 'none'");
  expect(limitsMet(host)).toHaveLength(1);
  expect(headersAt(host, '/')['Content-Security-Policy']?.match(/sha256-/g)).toHaveLength(60);
});

/** The variable that stands for the sign itself. */
const DOLLAR = ['$', '{county_dollar}'].join('');

test('a value cannot end its place in a configuration', () => {
  const odd = '/srv/a"b\\c$d e{f}%{g}`h';
  const host: Hosting = {
    base: '/',
    origin: 'https://a.example',
    common: { 'X-Odd': '"; $uri `{http.a} %{x}e \\' },
    special: [],
    records: null,
    moved: [],
    gone: [],
  };
  expect(nginx(host, { root: odd, listen: '80' })).toContain(`root "/srv/a\\"b\\\\c${DOLLAR}d e{f}%{g}\`h";`);
  expect(nginx(host, { root: odd, listen: '80' })).toContain(`X-Odd "\\"; ${DOLLAR}uri \`{http.a} %{x}e \\\\" always;`);
  expect(caddy(host, { root: odd, listen: ':80' })).toContain('root * "/srv/a\\"b\\\\c$d e\\\\{f\\\\}%\\\\{g\\\\}`h"');
  expect(apache(host)).toContain('X-Odd "\\"; $uri `{http.a} %%{x}e \\\\"');
  expect(iis({ ...host, common: { 'X-Odd': '"<&>' } })).toContain('value="&quot;&lt;&amp;&gt;"');
});
