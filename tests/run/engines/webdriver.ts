import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../src/commands/static-server.ts';
import { callOf, type Engine } from './engine.ts';

/** Debian's WebKitGTK: its driver, and the browser that comes with the library. */
export interface WebKit {
  driver: string;
  browser: string;
}

export function findWebKit(): WebKit | null {
  const driver = '/usr/bin/WebKitWebDriver';
  const libraries = '/usr/lib';
  const browser = ['', ...(existsSync(libraries) ? readdirSync(libraries) : [])]
    .flatMap((folder) =>
      ['4.1', '4.0', '6.0'].map((version) => join(libraries, folder, `webkit2gtk-${version}`, 'MiniBrowser')),
    )
    .find(existsSync);
  return existsSync(driver) && browser && existsSync('/usr/bin/xvfb-run') ? { driver, browser } : null;
}

/** Starts WebKitGTK's browser on a display of its own, by its WebDriver. */
export async function startWebKit({ driver, browser }: WebKit): Promise<Engine> {
  const port = await freePort(4500);
  const child = spawn('xvfb-run', ['-a', driver, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    // Its sandbox needs rights that a container has not.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  const base = `http://127.0.0.1:${port}`;
  const end = () => {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  };
  try {
    await answering(base);
    const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const made = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', `${base}/session`, {
      capabilities: { alwaysMatch: options },
    });
    const session = `${base}/session/${made.sessionId}`;
    await ask('POST', `${session}/window/rect`, { width: 1280, height: 900 });
    return {
      name: `WebKitGTK ${made.capabilities.browserVersion}`,
      open: async (url) => void (await ask('POST', `${session}/url`, { url })),
      run: (task, ...args) =>
        ask('POST', `${session}/execute/sync`, { script: `return ${callOf(task, args)}`, args: [] }),
      async close() {
        await ask('DELETE', session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function answering(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await fetch(`${base}/status`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the driver does not answer');
}

async function ask<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: Value & { message?: string } };
  if (!response.ok) throw new Error(value.message ?? `${response.status}`);
  return value;
}
