import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Engine } from './engine.ts';

const NAMES = ['firefox-esr', 'firefox'];

export function findFirefox(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return (
    process.env.FIREFOX_PATH ??
    folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync) ??
    null
  );
}

/** Starts a Firefox, over WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    name: await browser.version(),
    open: async (url) => void (await page.goto(url)),
    run: (task, ...args) => page.evaluate(task as never, ...(args as unknown as never[])) as never,
    close: () => browser.close(),
  };
}
