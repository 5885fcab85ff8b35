import { failLater } from '../bring-up.ts';
import { type ReadingSettings, settingsOn } from './settings.ts';

/**
 * Wires the 大字版 switch and the button of the settings dialog. The settings live in the root's data attributes; the
 * pre-paint script has put them there.
 */
export function startReadingSettings(page: Document): void {
  const settings = settingsOn(page.documentElement);
  const elder = page.querySelector('[data-elder]');
  const isElder = () => settings.get('size') === 'elder';
  settings.watch(() => elder?.setAttribute('aria-pressed', String(isElder())));
  elder?.addEventListener('click', () => settings.set('size', isElder() ? '' : 'elder'));
  const button = page.querySelector<HTMLElement>('[data-settings]');
  if (button) openBy(button, settings);
}

/** The dialog comes when its button is about to be pressed: few readers press it. */
function openBy(button: HTMLElement, settings: ReadingSettings): void {
  let dialog: Promise<HTMLDialogElement> | undefined;
  const fetchDialog = () =>
    (dialog ??= import('./settings-dialog.ts').then(({ makeSettingsDialog }) => makeSettingsDialog(settings)));
  for (const type of ['pointerenter', 'focus']) button.addEventListener(type, () => fetchDialog().catch(() => {}));
  button.addEventListener('click', () =>
    fetchDialog().then(
      (made) => made.showModal(),
      (error: unknown) => failLater(error, button),
    ),
  );
}
