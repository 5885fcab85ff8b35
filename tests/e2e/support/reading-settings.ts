import type { Locator, Page } from '@playwright/test';
import { SETTINGS_DIALOG } from '#words/settings.ts';
import { T } from '#words/site.ts';

/** The 大字版 switch in the header, and the dialog 阅读设置. */
export class ReadingSettings {
  readonly elder: Locator;
  readonly button: Locator;
  readonly dialog: Locator;
  readonly done: Locator;
  readonly reset: Locator;

  constructor(page: Page) {
    this.elder = page.getByRole('button', { name: T.elderMode });
    this.button = page.getByRole('button', { name: T.settings });
    this.dialog = page.getByRole('dialog', { name: T.settings });
    this.done = this.dialog.getByRole('button', { name: SETTINGS_DIALOG.done });
    this.reset = this.dialog.getByRole('button', { name: SETTINGS_DIALOG.reset });
  }

  async open(): Promise<void> {
    await this.button.click();
  }

  radio(label: string): Locator {
    return this.dialog.getByRole('radio', { name: label });
  }

  async choose(label: string): Promise<void> {
    await this.radio(label).check();
  }
}
