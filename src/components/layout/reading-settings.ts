import { SETTINGS, SETTINGS_KEY } from '../../site/prepaint.ts';
import { makeSettingsDialog } from './settings-dialog.ts';

// Wires the 大字版 switch, and makes and wires the settings dialog. The settings live in the root's data attributes; the
// pre-paint script has put them there.
const root = document.documentElement;
const elder = document.querySelector<HTMLButtonElement>('[data-elder]');
const { dialog, form } = makeSettingsDialog();

function apply(name: string, value: string) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  show();
  try {
    localStorage.setItem(
      SETTINGS_KEY,
      JSON.stringify(Object.fromEntries(SETTINGS.map((key) => [key, root.dataset[key]]))),
    );
  } catch {
    // Storage may be full or forbidden; the choice then holds for this page.
  }
}

/** Brings the controls in step with the root element. */
function show() {
  elder?.setAttribute('aria-pressed', String(root.dataset.size === 'elder'));
  for (const name of SETTINGS) {
    const value = root.dataset[name] ?? '';
    const radio = form.querySelector<HTMLInputElement>(`[name="${name}"][value="${CSS.escape(value)}"]`);
    if (radio) radio.checked = true;
  }
}

elder?.addEventListener('click', () => apply('size', root.dataset.size === 'elder' ? '' : 'elder'));
document.querySelector('[data-settings]')?.addEventListener('click', () => dialog.showModal());
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) apply(target.name, target.value);
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  for (const name of SETTINGS) apply(name, '');
});
// Another tab of the same reader changed a setting.
addEventListener('storage', ({ key, newValue }) => {
  if (key !== SETTINGS_KEY) return;
  const stored: Record<string, string> = JSON.parse(newValue || '{}');
  for (const name of SETTINGS) {
    if (stored[name]) root.dataset[name] = stored[name];
    else delete root.dataset[name];
  }
  show();
});
show();
