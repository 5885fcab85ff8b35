import { SETTINGS, SETTINGS_KEY } from '../../site/prepaint.ts';

/** What the settings dialog asks of the page, and does to it. */
export interface ReadingSettings {
  /** Empty where nothing was chosen. */
  get(name: string): string;
  /** An empty value is the default. */
  set(name: string, value: string): void;
  /** @param show called now and whenever a setting has changed, here or in another tab */
  watch(show: () => void): void;
}

/** The settings in a page's root, kept in this browser where it allows that. */
export function settingsOn({ dataset }: HTMLElement): ReadingSettings {
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
