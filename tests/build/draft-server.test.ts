import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { run } from '../../src/commands/command.ts';
import { freePort } from '../../src/commands/static-server.ts';
import { ask } from '../support/web-servers.ts';

const CONTENT = 'tests/fixtures/content';
const DRAFT = `${CONTENT}/stories/jianan/sample-story.mdx`;
const WORDS = '两本账';

let started: ChildProcess | undefined;
let port = 0;

const isOpen = () =>
  ask(port, '/').then(
    () => true,
    () => false,
  );

/** Starts a server of drafts, by itself or under a program that stands for npm, and waits until it answers. */
async function start(command: string, under = false, content = CONTENT): Promise<ChildProcess> {
  port = await freePort(5230);
  const call = ['src/commands/run.mjs', `src/commands/${command}.ts`, '--port', String(port)];
  // As npm does it: through a shell that waits.
  const line = `"${process.execPath}" ${call.join(' ')}; exit $?`;
  const npm = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(line)}], { stdio: 'inherit' });`;
  const child = spawn(process.execPath, under ? ['-e', npm] : call, {
    // Under Vitest Astro's server would answer nothing.
    env: { ...process.env, CONTENT_DIR: content, VITEST: '', ...(under ? { npm_lifecycle_event: command } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started = child;
  let said = '';
  await new Promise<void>((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += String(chunk);
        if (/Local/.test(said)) done();
      });
    child.once('exit', (code) => failed(new Error(`It ended with ${code}: ${said}`)));
  });
  expect(await isOpen()).toBe(true);
  return child;
}

afterEach(() => {
  try {
    // The whole group, should anything be left.
    if (started?.pid) process.kill(-started.pid, 'SIGKILL');
  } catch {}
});

describe.skipIf(process.platform === 'win32')('a server of drafts leaves with who called it', () => {
  test.each<[string, boolean, NodeJS.Signals]>([
    ['preview', false, 'SIGTERM'],
    ['edit', false, 'SIGTERM'],
    ['preview', false, 'SIGHUP'],
    ['preview', false, 'SIGINT'],
    ['preview', false, 'SIGKILL'],
    ['edit', true, 'SIGKILL'],
    ['preview', true, 'SIGTERM'],
    ['preview', true, 'SIGHUP'],
  ])('npm run %s, under another program: %s, by %s', async (command, under, signal) => {
    const child = await start(command, under);
    child.kill(signal);
    await expect.poll(isOpen, { timeout: 30_000 }).toBe(false);
  });
});

test('what is foreign gets no draft, no source and no form, and a second server is told where the first is', async () => {
  await start('edit');
  const paths = [
    '/',
    '/stories/',
    '/edit/',
    `/${DRAFT}?raw`,
    `/${DRAFT}?raw&import`,
    `/@fs${resolve(DRAFT)}?raw`,
    '/src/site/config.ts',
    '/@vite/client',
  ];
  const host = `localhost:${port}`;
  for (const path of paths) {
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${port + 1}` },
      { origin: `https://${host}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      { host: 'evil.example' },
      { host: `evil.example:${port}` },
    ] as Record<string, string>[]) {
      const { status, body, headers } = await ask(port, path, { host, ...foreign });
      expect(status, `${path} ${JSON.stringify(foreign)}`).toBe(403);
      expect(String(body)).not.toContain(WORDS);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  }
  for (const own of [
    {},
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin', origin: `http://${host}` },
  ] as Record<string, string>[]) {
    const { status, headers } = await ask(port, '/stories/', { host, accept: 'text/html', ...own });
    expect(status).toBe(200);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  }
  expect((await ask(port, '/@fs/etc/passwd?raw', { host })).status).toBe(403);
  // A page elsewhere may open a socket to any address: without the word that the site's own pages have, it is closed.
  const socket = {
    upgrade: 'websocket',
    connection: 'Upgrade',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-version': '13',
    'sec-websocket-protocol': 'vite-hmr',
  };
  const opened = await ask(port, '/', { host, origin: 'https://evil.example', ...socket }).then(
    ({ status }) => status,
    () => 0,
  );
  expect(opened).not.toBe(101);
  for (const command of ['preview', 'edit']) {
    const { code, output } = await run(process.execPath, [`src/commands/${command}.ts`, '--port', '5249'], {
      quiet: true,
      env: { CONTENT_DIR: CONTENT },
    });
    expect(code).not.toBe(0);
    expect(output).toContain(`localhost:${port}`);
    expect(output).toContain('Ctrl-C');
    expect(output).not.toMatch(/\n\s+at |Another astro/);
  }
});

describe('articles that are being written', () => {
  const STORY = 'stories/jianan/sample-story.mdx';
  const GOOD = readFileSync(DRAFT, 'utf8');
  let folder = '';
  const get = async (path: string) => {
    const answer = await fetch(`http://localhost:${port}${path}`, { headers: { accept: 'text/html,*/*' } });
    return { status: answer.status, html: await answer.text() };
  };
  const write = (text: string) => writeFileSync(join(folder, STORY), text);
  /** Until the preview has taken up what was saved. */
  const shown = (path: string, words: string) =>
    expect.poll(async () => (await get(path)).html, { timeout: 30_000, interval: 200 }).toContain(words);

  test('one with a slip has a page of its errors, and every other page is there', async () => {
    folder = mkdtempSync(join(tmpdir(), 'preview-'));
    cpSync(CONTENT, folder, { recursive: true });
    // There before the preview begins, and a second article that is well.
    write(GOOD.replace('第一本记支出', '浓度<35 的水'));
    writeFileSync(join(folder, 'stories/jianan/other-story.mdx'), GOOD.replace(/^title: .*$/m, 'title: 另一篇'));
    await start('preview', false, folder);
    const { status, html } = await get('/stories/sample-story/');
    expect([status, html.includes('1 处错误')]).toEqual([200, true]);
    expect(html).toContain('<mark class="fault">&lt;35</mark> 的水');
    for (const path of ['/', '/stories/', '/stories/other-story/', '/timeline/', '/search/', '/figures/']) {
      const other = await get(path);
      expect([other.status, path]).toEqual([200, path]);
      expect(other.html).not.toContain('做不出来');
      expect(other.html).toContain('稿件里有 1 处错误');
    }
    expect((await get('/_check/')).html).toContain('正文里的“&lt;”会被当成标签');

    write(GOOD);
    await shown('/stories/sample-story/', '第一本记支出');
    expect((await get('/_check/')).html).not.toContain('处错误');

    write(GOOD.replace('32168 户</Figure>', '32169 户</Figure>'));
    await shown('/stories/sample-story/', '32169');
    await shown('/stories/sample-story/', '数字 households：');

    write('');
    await shown('/stories/sample-story/', '文件是空的');
    expect((await get('/stories/')).status).toBe(200);
    rmSync(folder, { recursive: true, force: true });
  });
});
