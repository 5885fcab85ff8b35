import { SELECTION } from '#words/selection.ts';
import { pageAddress } from '../../lib/urls.ts';
import styles from '../../styles/selecting.css?url';
import { addStyles } from '../add-styles.ts';
import { fetchRecords, type RecordsForm, recordsFile } from '../citing/records-file.ts';
import { choose, clearSelection, readSelection, watchSelection } from '../citing/selection.ts';
import { h } from './dom.ts';
import type { SearchParts } from './parts.ts';
import { saveFile } from './save-file.ts';

/**
 * Gives every result a box to tick, and under the tools a line from which the records of what is ticked, or of all that was
 * found, are taken along. What is ticked stays so from one search to the next.
 * @param all paths of the pages of all that was found
 */
export async function startSelecting({ tools, list }: SearchParts, all: () => Promise<string[]>): Promise<HTMLElement> {
  await addStyles(styles);
  const panel = panelOf();
  tools.after(panel.box);
  const show = () => {
    const chosen = readSelection();
    panel.count.textContent = chosen.length > 0 ? SELECTION.chosen(chosen.length) : SELECTION.none;
    panel.clear.hidden = panel.chosen.hidden = chosen.length === 0;
    for (const box of list.querySelectorAll<HTMLInputElement>('.result-tick input'))
      box.checked = chosen.includes(box.value);
  };
  const addBoxes = () => {
    for (const item of list.querySelectorAll<HTMLElement>('li[data-search-result]:not(:has(.result-tick))')) {
      const title = item.querySelector('h2');
      if (title) item.prepend(tickOf(item.dataset.searchResult ?? '', title.textContent ?? ''));
    }
    show();
  };
  list.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('.result-tick')) choose(target.value, target.checked);
  });
  panel.clear.addEventListener('click', () => {
    clearSelection();
    panel.title.focus();
  });
  for (const button of panel.buttons) button.addEventListener('click', () => void take(button.value as RecordsForm));

  async function take(form: RecordsForm) {
    panel.status.textContent = SELECTION.busy;
    try {
      const chosen = readSelection();
      const taken = await fetchRecords(chosen.length > 0 ? chosen : await all());
      const records = taken.filter((record) => record !== null);
      const { text, type } = recordsFile(records, form, new Date());
      saveFile(text, type, `${SELECTION.file}.${form}`);
      const gone = taken.length - records.length;
      panel.status.textContent = SELECTION.done(records.length) + (gone > 0 ? SELECTION.gone(gone) : '');
    } catch (error) {
      console.warn(error);
      panel.status.textContent = SELECTION.failed;
    }
  }

  panel.chosen.addEventListener('toggle', () => void showChosen());
  async function showChosen() {
    if (!panel.chosen.open) return;
    const chosen = readSelection();
    const records = await fetchRecords(chosen).catch(() => []);
    panel.titles.replaceChildren(
      ...chosen.map((story, at) => {
        const title = records[at]?.items[0]?.title ?? story;
        const remove = h(
          'button',
          { type: 'button', class: 'button', 'aria-label': SELECTION.drop(title) },
          SELECTION.remove,
        );
        remove.addEventListener('click', () => choose(story, false));
        return h('li', {}, h('a', { href: pageAddress(story) }, title), ' ', remove);
      }),
    );
  }

  watchSelection(() => {
    show();
    void showChosen();
  });
  new MutationObserver(addBoxes).observe(list, { childList: true });
  addBoxes();
  return panel.title;
}

const tickOf = (path: string, title: string) =>
  h(
    'label',
    { class: 'result-tick' },
    h('input', { type: 'checkbox', value: path, 'aria-label': SELECTION.tick(title) }),
  );

function panelOf() {
  const title = h('h2', { tabindex: '-1', id: 'selection' }, SELECTION.title);
  const count = h('b', { 'aria-live': 'polite' });
  const clear = h('button', { type: 'button', class: 'button' }, SELECTION.clear);
  const status = h('p', { role: 'status' });
  const buttons = (Object.keys(SELECTION.forms) as RecordsForm[]).map((form) =>
    h('button', { type: 'button', class: 'button', value: form }, SELECTION.forms[form]),
  );
  const row = h('p', { class: 'selection-row' }, count, clear);
  const files = h(
    'p',
    { class: 'selection-row', role: 'group', 'aria-label': SELECTION.export },
    SELECTION.export,
    ...buttons,
  );
  const titles = h('ul');
  const chosen = h('details', {}, h('summary', {}, SELECTION.list), titles);
  const box = h(
    'section',
    { class: 'selection', 'aria-labelledby': 'selection' },
    title,
    h('p', {}, SELECTION.lede),
    row,
    chosen,
    files,
    status,
  );
  return { box, title, count, clear, status, buttons, chosen, titles };
}
