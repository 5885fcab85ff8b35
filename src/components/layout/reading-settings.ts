import { SETTINGS, SETTINGS_KEY } from '../../site/prepaint.ts';
import { failLater } from '../bring-up.ts';

/** What the settings dialog asks of the page, and does to it. */
export interface ReadingSettings {
  /** Empty where nothing was chosen. */
  get(name: string): string;
  /** An empty value is the default. */
  set(name: string, value: string): void;
  /** @param show called now and whenever a setting has changed, here or in another tab */
  watch(show: () => void): void;
}

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

function settingsOn({ dataset }: HTMLElement): ReadingSettings {
  const watching: (() => void)[] = [];
  const put = (name: string, value: unknown) => {
    if (value) dataset[name] = String(value);
    else delete dataset[name];
  };
  const show = () => {
    for (const tell of watching) tell();
  };
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== SETTINGS_KEY) return;
    const stored: Record<string, unknown> = JSON.parse(newValue || '{}');
    for (const name of SETTINGS) put(name, stored[name]);
    show();
  });
  return {
    get: (name) => dataset[name] ?? '',
    set(name, value) {
      put(name, value);
      show();
      try {
        localStorage.setItem(
          SETTINGS_KEY,
          JSON.stringify(Object.fromEntries(SETTINGS.map((key) => [key, dataset[key]]))),
        );
      } catch {
        // Storage may be full or forbidden; the choice then holds for this page.
      }
    },
    watch(tell) {
      watching.push(tell);
      tell();
    },
  };
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
