import { SETTINGS, SETTINGS_KEY } from '../../site/setting-names.ts';

/** The reading settings of a page, as its controls ask for them and change them. */
export interface ReadingSettings {
  /** Empty where nothing was chosen. */
  get(name: string): string;
  /** An empty value is the default. */
  set(name: string, value: string): void;
  /** @param show called now and whenever a setting has changed, here or in another tab */
  watch(show: () => void): void;
}

/** They live in the data attributes of the root, and in this browser's storage. */
export function settingsOn(root: HTMLElement): ReadingSettings {
  const { dataset } = root;
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
  // Whoever else changes them on this page.
  new MutationObserver(show).observe(root, { attributeFilter: SETTINGS.map((name) => `data-${name}`) });
  return {
    get: (name) => dataset[name] ?? '',
    set(name, value) {
      put(name, value);
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
