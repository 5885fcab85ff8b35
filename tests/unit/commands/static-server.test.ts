import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRange } from '../../../src/commands/byte-range.ts';
import { createSiteServer } from '../../../src/commands/static-server.ts';
import { makeSite } from '../../support/made-site.ts';
import { ask as askAny } from '../../support/web-servers.ts';

describe.each(['/', '/archive/'])('the server of npm start, under %s', (base) => {
  const folder = makeSite(base);
  const server = createSiteServer({ folder, base });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.close();
    rmSync(dirname(folder), { recursive: true, force: true });
  });
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    askAny(port, path, { host: `localhost:${port}`, ...headers }, method);

  test.each([
    'evil.example',
    'localhost',
    'localhost:1',
    '127.0.0.1.evil.example',
    'localhost:80@evil.example',
    'evil.example:PORT',
    '[::2]:PORT',
  ])('refuses the host %j', async (host) => {
    const { status, body } = await ask(base, { host: host.replace('PORT', String(port)) });
    expect([400, 421]).toContain(status);
    expect(String(body)).not.toContain('首页');
  });
  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('answers to %s', async (name) => {
    expect((await ask(base, { host: `${name}:${port}` })).status).toBe(200);
  });

  test.each([
    '//evil.example/%2e%2e/stories',
    '//evil.example/stories/bai',
    '/\\evil.example/stories/bai',
    '/%2f%2fevil.example/..',
    '/%5cevil.example',
    '/stories//bai',
    '/%0d%0aLocation:%20https://evil.example/stories/bai',
    'https://evil.example/stories/bai',
    '/./stories/bai',
    '/stories/../stories/bai',
    '/stories/%2e/bai',
  ])('leads %s to no other host', async (path) => {
    for (const whole of [path, `${base}${path.replace(/^\//, '')}`]) {
      const { status, headers } = await ask(whole);
      expect(status, whole).toBe(404);
      expect(headers).not.toHaveProperty('location');
    }
  });
  test('leads to the address with its slash, and keeps what is asked', async () => {
    for (const [path, goal] of [
      ['stories/bai', 'stories/bai/'],
      ['stories/bai?a=//evil.example&b=?', 'stories/bai/?a=//evil.example&b=?'],
      ['%e4%b8%ad%e6%96%87%20%e5%90%8d', '%E4%B8%AD%E6%96%87%20%E5%90%8D/'],
    ])
      expect((await ask(`${base}${path}`)).headers.location).toBe(`${base}${goal}`);
  });

  test('follows no link, shows nothing hidden and nothing outside', async () => {
    symlinkSync(dirname(folder), join(folder, 'up'));
    symlinkSync(join(folder, 'stories'), join(folder, 'inside'));
    for (const path of [
      'link.txt',
      'up/outside.txt',
      'inside/bai/',
      'inside/bai',
      '.county-chronicle.json',
      '.git/config',
      '%2egit/config',
      'empty/.keep',
      '..%2foutside.txt',
      '..%5coutside.txt',
      '%2e%2e/outside.txt',
      '%00',
      '%',
      '%ff',
      'index.html/',
      'assets/',
      'sw.js%00.html',
    ])
      expect((await ask(`${base}${path}`)).status, path).toBe(404);
  });

  test('serves the folder that has taken the place of another', async () => {
    const [aside, next] = [`${folder}.old`, `${folder}.new`];
    mkdirSync(next);
    writeFileSync(join(next, 'index.html'), 'the next release');
    renameSync(folder, aside);
    expect((await ask(base)).status).toBe(404);
    renameSync(next, folder);
    expect(String((await ask(base)).body)).toBe('the next release');
    rmSync(folder, { recursive: true });
    symlinkSync(aside, folder);
    expect(String((await ask(base)).body)).toContain('首页');
    rmSync(folder);
    renameSync(aside, folder);
  });

  test('sends one part of a file, and says where there is none', async () => {
    const whole = await ask(`${base}assets/app.1a2b3c.js`);
    const part = (range: string, more: Record<string, string> = {}, method = 'GET') =>
      ask(`${base}assets/app.1a2b3c.js`, { range, 'accept-encoding': 'br', ...more }, method);
    const { length } = whole.body;
    expect(whole.headers['accept-ranges']).toBe('bytes');
    for (const [range, from, to] of [
      ['bytes=0-3', 0, 3],
      ['bytes=5-', 5, length - 1],
      ['bytes=-4', length - 4, length - 1],
      ['bytes=0-999999', 0, length - 1],
    ] as const) {
      const { status, headers, body } = await part(range);
      expect(status, range).toBe(206);
      expect(headers['content-range']).toBe(`bytes ${from}-${to}/${length}`);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body).toEqual(whole.body.subarray(from, to + 1));
    }
    for (const range of [`bytes=${length}-`, 'bytes=-0', 'bytes=999999-9999999']) {
      const { status, headers } = await part(range);
      expect(status, range).toBe(416);
      expect(headers['content-range']).toBe(`bytes */${length}`);
    }
    for (const range of ['bytes=0-1,4-5', 'lines=0-3', 'bytes=3-1', 'bytes=-', 'bytes=a-b'])
      expect((await part(range)).status, range).toBe(200);
    expect((await part('bytes=0-3', { 'if-range': '"other"' })).status).toBe(200);
    expect((await part('bytes=0-3', { 'if-range': String(whole.headers.etag) })).status).toBe(206);
    const head = await part('bytes=0-3', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(length)]);
  });

  test('does not send again what the reader has, whenever it was written', async () => {
    const { headers } = await ask(base);
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const tags of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect((await ask(base, { 'if-none-match': tags })).status, tags).toBe(304);
    const fresh = await ask(base, { 'if-none-match': etag });
    expect(fresh.body.length).toBe(0);
    expect(fresh.headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
    expect((await ask(base, { 'if-none-match': '"x"', 'if-modified-since': new Date().toUTCString() })).status).toBe(
      200,
    );
    expect((await ask(base, { 'if-modified-since': String(headers['last-modified']) })).status).toBe(304);
    expect((await ask(base, { 'if-modified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' })).status).toBe(200);
    expect((await ask(base, { 'accept-encoding': 'br' })).headers.etag).not.toBe(etag);
    utimesSync(join(folder, 'index.html'), 1, 1);
    expect((await ask(base)).headers.etag).toBe(etag);
  });

  test('packs text where it is asked to, and only then', async () => {
    const coding = async (accepted: string) =>
      (await ask(base, { 'accept-encoding': accepted })).headers['content-encoding'];
    for (const accepted of ['br', 'gzip, deflate, br', 'br;q=0.5', 'BR'])
      expect(await coding(accepted), accepted).toBe('br');
    for (const accepted of ['', 'gzip', 'br;q=0', 'br;q=0.000', 'brotli', '*;q=0'])
      expect(await coding(accepted), accepted).toBeUndefined();
  });

  test('answers what it does not do', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await ask(base, {}, method);
      expect([status, headers.allow], method).toEqual([405, 'GET, HEAD']);
    }
    expect((await ask(`${base}${'a'.repeat(5000)}`)).status).toBe(414);
    // As it is written, which no client of HTTP would do.
    const raw = (text: string) =>
      new Promise<string>((resolve) => {
        let said = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket
          .on('data', (chunk) => {
            said += String(chunk);
            socket.end();
          })
          .on('error', () => {})
          .on('close', () => resolve(said));
      });
    expect(await raw(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw('GET \u0001 HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(`GET ${base} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
  });
});

test('a range is read as RFC 9110 has it', () => {
  expect(readRange(undefined, 10)).toBeNull();
  expect(readRange('bytes=0-0', 1)).toEqual({ from: 0, to: 0 });
  expect(readRange('bytes=-99', 10)).toEqual({ from: 0, to: 9 });
  expect(readRange('bytes=0-', 0)).toBe('none');
  expect(readRange('bytes=-5', 0)).toBe('none');
});
