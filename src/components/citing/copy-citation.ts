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
 * Under the citation of a story comes a choice of its form and a button that copies it; the references of the originals
 * follow the choice. The day of access is today’s; where the address names a paragraph, so does the citation.
 */
export async function offerCitations(page: Document): Promise<void> {
  const own = page.querySelector<HTMLElement>('#cite');
  const links = page.querySelector<HTMLElement>('#cite-forms');
  if (!own || !links) return;
  await addStyles(styles);
  const originals = [...page.querySelectorAll<HTMLElement>('#cite-originals p')];
  const { tools, menu, button, status } = toolsOf(page);
  const fetched = fetchingOnce((form) => links.querySelector<HTMLAnchorElement>(`[href$="cite.${form}"]`)?.href ?? '');
  const printed = [own, ...originals].map(({ textContent }) => textContent?.trim() ?? '');

  /** In a style, our reference and then those of the originals; as a file, all of them in one text. */
  async function read(): Promise<string[]> {
    const form = menu.value as StyleId | CitationForm;
    // The style in which the page is printed needs no fetching.
    if (form === STYLES[0]) return printed;
    if (!isStyle(form)) return [await fetched(form)];
    return citationIn(await fetched('txt'), CITING.styles[form]).split('\n');
  }
  /** With the day, and the paragraph that the address names. */
  function placed(text: string): string {
    const seen = seenOn(text, CITING.accessed, new Date());
    const { url } = own?.dataset ?? {};
    const isParagraph = page.getElementById(location.hash.slice(1))?.closest('.prose') != null;
    return url && isParagraph ? seen.replaceAll(url, url + location.hash) : seen;
  }
  async function show() {
    try {
      const [first = '', ...others] = await read();
      const text = page.createElement('span');
      text.className = 'cite-text';
      text.textContent = placed(first);
      own?.replaceChildren(text);
      for (const [at, line] of originals.entries()) line.textContent = placed(others[at] ?? printed[at + 1] ?? '');
      status.textContent = '';
    } catch {
      status.textContent = CITING.failed;
    }
  }
  menu.addEventListener('change', () => void show());
  addEventListener('hashchange', () => void show());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(own.textContent ?? '');
      status.textContent = CITING.copied;
    } catch {
      status.textContent = CITING.refused;
    }
  });
  own.after(tools);
  await show();
}

const isStyle = (form: string): form is StyleId => (STYLES as readonly string[]).includes(form);

/** Fetches the file of each form once; what did not come is asked for again. */
function fetchingOnce(addressOf: (form: CitationForm) => string) {
  const files = new Map<CitationForm, Promise<string>>();
  return (form: CitationForm): Promise<string> => {
    const asked = files.get(form) ?? fetchText(addressOf(form));
    files.set(form, asked);
    asked.catch(() => files.delete(form));
    return asked;
  };
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
  status.setAttribute('aria-live', 'polite');
  tools.append(menu, button, chooserOf(page), status);
  return { tools, menu, button, status };
}
