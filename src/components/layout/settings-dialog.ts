import { SETTING_CHOICES, SETTINGS_DIALOG } from '#words/settings.ts';
import styles from '../../styles/settings.css?url';
import { addStyles } from '../add-styles.ts';
import type { ReadingSettings } from './settings.ts';

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

/** Makes the settings dialog, closed. Nobody can use it without script, so the pages do not carry it. */
export async function makeSettingsDialog(settings: ReadingSettings): Promise<HTMLDialogElement> {
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
  const title = make('h2', {}, SETTINGS_DIALOG.title);
  const form = make('form', { method: 'dialog' }, title, ...fieldsets, actions);
  const dialog = make('dialog', { className: 'settings' }, form);
  dialog.setAttribute('aria-label', SETTINGS_DIALOG.title);
  bind(form, settings);
  // Without its rules it works, and looks plain.
  await addStyles(styles).catch(() => undefined);
  document.body.append(dialog);
  return dialog;
}

/** Keeps form and settings in step. */
function bind(form: HTMLFormElement, settings: ReadingSettings): void {
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) settings.set(target.name, target.value);
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const { name } of SETTING_CHOICES) settings.set(name, '');
  });
  settings.watch(() => {
    for (const radio of form.querySelectorAll<HTMLInputElement>('[type="radio"]'))
      radio.checked = radio.value === settings.get(radio.name);
  });
}
