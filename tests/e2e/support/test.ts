import { test as base, expect, type Page } from '@playwright/test';
import { SETTINGS_KEY } from '../../../src/site/setting-names.ts';
import { type BuildOptions, SITE } from '../../run/test-builds.ts';

/** Reading settings as they are stored. */
export interface Settings {
  size?: 'larger' | 'elder';
  face?: 'hei';
  theme?: 'light' | 'dark';
  evidence?: 'on';
  progress?: 'off';
}

interface Watch {
  /** What no page may do: break its own policy, throw, or ask another host for anything. */
  faults: string[];
}

export const test = base.extend<BuildOptions & Watch>({
  build: [SITE, { option: true }],
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (protocol.startsWith('http') && asked !== origin) faults.push(`${page.url()} asks ${request.url()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The reader has chosen these settings on an earlier visit. */
export async function remember(page: Page, settings: Settings): Promise<void> {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    SETTINGS_KEY,
    JSON.stringify(settings),
  ] as const);
}
