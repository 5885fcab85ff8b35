import { CITING } from '#words/citing.ts';
import { SELECTION } from '#words/selection.ts';
import type { CitationForm } from '../../site/citations.ts';
import styles from '../../styles/citing.css?url';
import { addStyles } from '../add-styles.ts';
import { citationIn, type StyleId, seenOn } from './citation-text.ts';
import { choose, readSelection, watchSelection } from './selection.ts';

/** What the menu offers: the styles of the text, and the forms that are files. */
const STYLES = Object.keys(CITING.styles) as StyleId[];
const FILES = ['bib', 'ris', 'json'] as const satisfies readonly CitationForm[];

/**
 * Under the citation of a story comes a choice of its form and a button that copies it. The day of access is today’s; where
 * the address names a paragraph, so does the citation.
 */
export async function offerCitations(page: Document): Promise<void> {
  const shown = page.querySelector<HTMLElement>('#cite');
  const links = page.querySelector<HTMLElement>('#cite-forms');
  if (!shown || !links) return;
  await addStyles(styles);
  const addressOf = (form: CitationForm) =>
    links.querySelector<HTMLAnchorElement>(`[href$="cite.${form}"]`)?.href ?? '';
  const { tools, menu, button, status } = toolsOf(page);
  const files = new Map<CitationForm, Promise<string>>();
  const fetched = (form: CitationForm): Promise<string> => {
    const asked = files.get(form) ?? fetchText(addressOf(form));
    files.set(form, asked);
    asked.catch(() => files.delete(form));
    return asked;
  };
  const printed = shown.textContent?.trim() ?? '';
  const read = async (): Promise<string> => {
    const form = menu.value as StyleId | (typeof FILES)[number];
    const isStyle = (STYLES as readonly string[]).includes(form);
    // The form that the page is printed with needs no fetching.
    if (form === STYLES[0]) return placed(printed);
    return placed(
      isStyle ? citationIn(await fetched('txt'), CITING.styles[form as StyleId]) : await fetched(form as CitationForm),
    );
  };
  /** With the day, and the paragraph that the address names. */
  const placed = (text: string): string => {
    const seen = seenOn(text, CITING.accessed, new Date());
    const { url } = shown.dataset;
    const isParagraph = page.getElementById(location.hash.slice(1))?.closest('.prose') != null;
    return url && isParagraph ? seen.replaceAll(url, url + location.hash) : seen;
  };
  const show = async () => {
    try {
      const text = page.createElement('pre');
      text.className = 'cite-file';
      text.textContent = await read();
      shown.replaceChildren(text);
      status.textContent = '';
    } catch {
      status.textContent = CITING.failed;
    }
  };
  menu.addEventListener('change', () => void show());
  addEventListener('hashchange', () => void show());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(await read());
      status.textContent = CITING.copied;
    } catch {
      status.textContent = CITING.failed;
    }
  });
  shown.after(tools);
  await show();
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.text();
}

/** Puts this story among the reader’s own, or takes it out. */
function chooserOf(page: Document): HTMLButtonElement {
  const button = page.createElement('button');
  const story = location.pathname.replace(/index\.html$/, '');
  const show = () => {
    const isChosen = readSelection().includes(story);
    button.textContent = isChosen ? SELECTION.remove : SELECTION.add;
    button.setAttribute('aria-pressed', String(isChosen));
  };
  button.type = 'button';
  button.className = 'button';
  button.addEventListener('click', () => choose(story, !readSelection().includes(story)));
  watchSelection(show);
  show();
  return button;
}

function toolsOf(page: Document) {
  const [tools, menu, button, status] = [
    page.createElement('dd'),
    page.createElement('select'),
    page.createElement('button'),
    page.createElement('span'),
  ];
  tools.className = 'cite-tools';
  menu.setAttribute('aria-label', CITING.choose);
  const names = { ...CITING.styles, ...CITING.names };
  for (const form of [...STYLES, ...FILES]) menu.append(new Option(names[form], form));
  button.type = 'button';
  button.className = 'button';
  button.textContent = CITING.copy;
  status.setAttribute('role', 'status');
  tools.append(menu, button, chooserOf(page), status);
  return { tools, menu, button, status };
}
