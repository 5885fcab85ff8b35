import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/commands/command.ts';
import { freePort } from '../../src/commands/static-server.ts';
import { headersAt, hostingOf } from '../../src/hosting/rules.ts';
import { readSite } from '../../src/hosting/site.ts';
import { typeOf } from '../../src/hosting/types.ts';
import { makeSite } from '../support/made-site.ts';
import { ask, SERVERS, start } from '../support/web-servers.ts';

const CASES = SERVERS.flatMap((server) => ['/', '/archive/'].map((base) => ({ server, base })));

/** What is asked for, and the file that answers. */
const FILES: Readonly<Record<string, string>> = {
  '': 'index.html',
  'stories/bai/': 'stories/bai/index.html',
  '%E4%B8%AD%E6%96%87%20%E5%90%8D/': '中文 名/index.html',
  'map/embed/': 'map/embed/index.html',
  'map/a.svg': 'map/a.svg',
  'stories/bai/story.json': 'stories/bai/story.json',
  'data/articles.csv': 'data/articles.csv',
  'assets/app.1a2b3c.js': 'assets/app.1a2b3c.js',
  'assets/search/v1/index.pf_index': 'assets/search/v1/index.pf_index',
  'assets/tiny.2b.json': 'assets/tiny.2b.json',
  'sw.js': 'sw.js',
  'release.json': 'release.json',
  'feed.atom': 'feed.atom',
  'site.webmanifest': 'site.webmanifest',
  'favicon.svg': 'favicon.svg',
  'share.png': 'share.png',
};
const HIDDEN = [
  '.county-chronicle.json',
  '.git/config',
  '%2egit/config',
  'empty/.keep',
  '.htaccess',
  '.precompressed.json',
];

describe.each(CASES)('$server.name, under $base', ({ server, base }) => {
  const missing = server.missing();
  if (missing) {
    test.skip(`is not run: ${missing}`, () => {});
    return;
  }
  const site = makeSite(base);
  const conf = join(dirname(site), 'conf');
  let port = 0;
  let stop = async () => {};
  beforeAll(async () => {
    port = await freePort(5210);
    const { code, output } = await run(
      process.execPath,
      [
        'src/commands/headers.ts',
        '--dist',
        site,
        '--out',
        conf,
        '--listen',
        `127.0.0.1:${port}`,
        '--precompress',
        '--hsts',
      ],
      { quiet: true, env: { INIT_CWD: process.cwd() } },
    );
    expect(code, output).toBe(0);
    stop = await start(server, { conf, site, base, port });
  });
  afterAll(async () => {
    await stop();
    rmSync(dirname(site), { recursive: true, force: true });
  });

  /** What every answer for this path should carry, by the one table that all servers are told from. */
  const wanted = (path: string) => {
    const built = readSite(site, 'assets');
    if (!built) throw new Error('no site');
    const headers = headersAt(hostingOf(built, { hsts: true }), decodeURI(`${base}${path}`));
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  };

  test.each(Object.entries(FILES))('%s has its type and all headers, once each', async (path, file) => {
    const { status, headers, body } = await ask(port, `${base}${path}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject(wanted(path));
    expect(String(headers['content-type']).replace('UTF-8', 'utf-8')).toBe(typeOf(file));
    expect(body).toEqual(readFileSync(join(site, file)));
  });

  test('only pages made for frames may be framed', async () => {
    const framed = await ask(port, `${base}map/embed/`);
    expect(framed.headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
    expect(framed.headers).not.toHaveProperty('x-frame-options');
    for (const path of ['', 'stories/bai/', 'nothing/', 'favicon.svg'])
      expect((await ask(port, `${base}${path}`)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/);
  });

  const encodings = server.name === 'nginx' ? (['gzip'] as const) : (['br', 'gzip'] as const);
  test.each(encodings)('text is sent packed as %s, as the files of --precompress are', async (encoding) => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encoding];
    for (const path of ['', 'stories/bai/', '%E4%B8%AD%E6%96%87%20%E5%90%8D/', 'assets/app.1a2b3c.js', 'favicon.svg']) {
      const file = FILES[path] ?? '';
      const { headers, body } = await ask(port, `${base}${path}`, { 'accept-encoding': encoding });
      expect(headers['content-encoding'], path).toBe(encoding);
      expect(headers.vary, path).toMatch(/accept-encoding/i);
      expect(String(headers['content-type']).replace('UTF-8', 'utf-8')).toBe(typeOf(file));
      expect(headers).toMatchObject(wanted(path));
      expect(unpack(body)).toEqual(readFileSync(join(site, file)));
      expect(body).toEqual(readFileSync(join(site, `${file}.${encoding === 'br' ? 'br' : 'gz'}`)));
    }
  });

  test('what is not there is answered by the page for it, and kept by nobody', async () => {
    for (const path of ['nothing', 'nothing/', 'assets/gone.9.js', 'empty/', 'assets/', '没有'].map(encodeURI)) {
      const { status, headers, body } = await ask(port, `${base}${path}`);
      expect(status, path).toBe(404);
      expect(String(headers['content-type'])).toMatch(/^text\/html; charset=utf-8$/i);
      expect(headers['cache-control'], path).toBe('no-cache');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(String(body)).toContain('没有这一页');
    }
  });

  test('what has moved is led on to its place, within the host', async () => {
    const { status, headers } = await ask(port, `${base}practices/old/`);
    expect([301, 308]).toContain(status);
    const to = new URL(String(headers.location), `http://127.0.0.1:${port}`);
    expect(to.pathname + to.hash).toBe(`${base}practices/#old`);
  });

  test('what was taken down is said to be gone, by the page that tells of it', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { status, headers, body } = await ask(port, `${base}stories/gone/`, { 'accept-encoding': encoding });
      expect(status, encoding).toBe(410);
      const unpack = { gzip: gunzipSync, br: brotliDecompressSync }[String(headers['content-encoding'])];
      expect(String(unpack ? unpack(body) : body)).toContain('撤下的一篇');
      expect(String(headers['content-type'])).toMatch(/^text\/html/);
      expect(headers['content-security-policy']).toBe(wanted('stories/gone/')['content-security-policy']);
    }
  });

  test('data may be fetched by pages of other sites, and pages of this one by none but readers', async () => {
    for (const path of ['data/articles.csv', 'stories/bai/story.json'])
      expect((await ask(port, `${base}${path}`, { origin: 'https://elsewhere.example' })).headers, path).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    for (const path of ['', 'release.json'])
      expect((await ask(port, `${base}${path}`)).headers, path).not.toHaveProperty('access-control-allow-origin');
  });

  test('the page of a story leads to its record in its head, and no other does', async () => {
    const { headers } = await ask(port, `${base}stories/bai/`, {}, 'HEAD');
    expect(headers.link).toContain('<cite.json>; rel="describedby"');
    for (const path of [
      '',
      'stories/gone/',
      'stories/bai/story.json',
      'stories/nothing/',
      'map/embed/',
      'practices/old/',
    ])
      expect((await ask(port, `${base}${path}`)).headers, path).not.toHaveProperty('link');
  });

  test('nothing hidden and nothing outside is served', async () => {
    for (const path of [
      ...HIDDEN,
      '..%2foutside.txt',
      '%2e%2e/outside.txt',
      '../outside.txt',
      'assets/../../outside.txt',
    ]) {
      const { status, body } = await ask(port, `${base}${path}`);
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(String(body), path).not.toMatch(/^(?:outside|secret|\{\}|\[)/);
    }
  });

  test('a page is asked for with its last slash, and no address leads to another host', async () => {
    const { status, headers } = await ask(port, `${base}stories/bai`);
    expect([301, 302, 308]).toContain(status);
    expect(String(headers.location).replace(`http://127.0.0.1:${port}`, '')).toBe(`${base}stories/bai/`);
    for (const path of ['//evil.example/%2e%2e/stories', '//evil.example/..', '/\\evil.example/stories/..']) {
      const { headers: found } = await ask(port, path);
      if (found.location)
        expect(new URL(String(found.location), `http://127.0.0.1:${port}`).hostname).toBe('127.0.0.1');
    }
  });

  test('a page that has not changed is not sent again', async () => {
    const { headers } = await ask(port, base);
    const again = await ask(port, base, { 'if-none-match': String(headers.etag) });
    expect(again.status).toBe(304);
  });
});
