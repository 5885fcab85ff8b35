import { path } from '../../lib/urls.ts';
import { cachesOf, OFF } from '../../offline/names.ts';
import type { Request, Saved, State } from '../../offline/types.ts';
import { register } from './register.ts';

/**
 * The worker of this site; null where it is only now being made ready.
 * @throws where the browser has none, or allows none
 */
export async function findWorker(): Promise<ServiceWorker | null> {
  const { serviceWorker } = navigator;
  const known = await serviceWorker.getRegistration(path());
  return (known ?? (await register())).active;
}

/** Milliseconds after which a worker is taken to have been ended by the browser. */
const SILENCE = 120_000;

/** Asks the worker and waits for its answer. Throws where none comes. */
function ask<T>(worker: ServiceWorker, request: Request): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The worker is silent')), SILENCE);
    port1.onmessage = ({ data }) => {
      resolve(data);
      port1.close();
    };
    worker.postMessage(request, [port2]);
  });
}

export const askState = (worker: ServiceWorker): Promise<State> => ask(worker, { task: 'state' });
export const askSave = (worker: ServiceWorker, step: number): Promise<Saved> =>
  ask<Saved>(worker, { task: 'save', step }).catch(() => ({ failed: 'unreached' }));

/** Whether the reader has turned it off. Throws where the browser stores nothing. */
export const isOff = (): boolean => localStorage.getItem(OFF) !== null;

/** Removes the worker and all that is kept, and remembers that none is wanted; or forgets that. */
export async function turnOff(): Promise<void> {
  localStorage.setItem(OFF, '1');
  const registration = await navigator.serviceWorker.getRegistration(path());
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(cachesOf(path()))) await caches.delete(name);
}

export function turnOn(): void {
  localStorage.removeItem(OFF);
}

/** Titles of pages that are kept, by path; those without one are left out. */
export async function titlesOf(cache: string, paths: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const store = await caches.open(cache);
  for (const one of paths) {
    const html = await (await store.match(path(one)))?.text();
    const [, title] = /<title>([^<]*)<\/title>/.exec(html ?? '') ?? [];
    if (title) titles.set(one, unescapeText(title));
  }
  return titles;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
const unescapeText = (text: string): string => text.replace(/&(\w+|#\d+);/g, (all, name) => ENTITIES[name] ?? all);
