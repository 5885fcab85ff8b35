import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callOf, type Engine } from './engine.ts';

// Chromiums of any age speak the DevTools protocol, but no driver of today speaks to those of five years ago. The few
// messages that the journey needs are the same in all.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--no-first-run',
];

interface Message {
  id?: number;
  error?: { message: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } };
}

/** Starts the Chromium at a path. */
export async function startChromium(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'engine-'));
  const child = spawn(
    path,
    [...FLAGS, '--window-size=1280,900', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const { host } = new URL(await addressOf(child));
  const json = async <T>(what: string) => (await fetch(`http://${host}/json/${what}`)).json() as Promise<T>;
  const { Browser: name } = await json<{ Browser: string }>('version');
  const page = (await json<{ type: string; webSocketDebuggerUrl: string }[]>('list')).find(
    ({ type }) => type === 'page',
  );
  const send = await connect(page?.webSocketDebuggerUrl ?? '');
  return {
    name,
    async open(url) {
      await evaluate(send, 'window.isLeft = true');
      await send('Page.navigate', { url });
      await arrival(send);
    },
    run: async (task, ...args) => (await evaluate(send, callOf(task, args))) as never,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Send = (method: string, params?: object) => Promise<NonNullable<Message['result']>>;

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (text) => {
      said += text;
      const address = /listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    stderr?.on('end', () => reject(new Error(said.trim().split('\n').at(-1) ?? 'ended without a word')));
  });
}

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`cannot connect to ${address}`));
  });
  const waiting = new Map<number, (message: Message) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  };
  let last = 0;
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ error, result = {} }) => (error ? reject(new Error(error.message)) : resolve(result)));
      socket.send(JSON.stringify({ id, method, params }));
    });
}

async function evaluate(send: Send, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'threw');
  return result?.value;
}

/** Waits until the page that was asked for has loaded: a mark upon the one before is gone. */
async function arrival(send: Send): Promise<void> {
  const isThere = () => evaluate(send, '!window.isLeft && document.readyState === "complete"').catch(() => false);
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50));
}
