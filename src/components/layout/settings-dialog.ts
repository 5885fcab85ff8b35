import { SETTING_CHOICES, SETTINGS_DIALOG } from '../../lib/words/settings.ts';

/** Makes an element with properties and children; text is text, never markup. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** The settings dialog, closed. Nobody can use it without script, so the pages do not carry it. */
export function makeSettingsDialog(): { dialog: HTMLDialogElement; form: HTMLFormElement } {
  const fieldsets = SETTING_CHOICES.map(({ name, legend, choices }) => {
    const labels = choices.map(({ value, label }) =>
      make('label', {}, make('input', { type: 'radio', name, value }), label),
    );
    return make('fieldset', {}, make('legend', {}, legend), make('div', { className: 'settings-choices' }, ...labels));
  });
  const actions = make(
    'div',
    { className: 'settings-actions' },
    make('button', { className: 'button', type: 'submit' }, SETTINGS_DIALOG.done),
    make('button', { className: 'button', type: 'reset' }, SETTINGS_DIALOG.reset),
  );
  const title = make('h2', { className: 'section-title' }, SETTINGS_DIALOG.title);
  const form = make('form', { method: 'dialog' }, title, ...fieldsets, actions);
  const dialog = make('dialog', { className: 'settings', ariaLabel: SETTINGS_DIALOG.title }, form);
  document.body.append(dialog);
  return { dialog, form };
}
