import { PARAGRAPH_LINKS } from '#words/paragraph-links.ts';
import styles from '../../styles/copy-status.css?url';
import { addStyles } from '../add-styles.ts';

/**
 * Without script each paragraph has a plain link to itself. With it, pressing the link copies the address as well, and
 * all of them are one stop of the Tab key, at the paragraph that was last in hand: arrows lead from one to the next.
 */
export function copyByParagraphLinks(page: Document): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('.paragraph-link')];
  const status = addStatus(page);
  let rules: Promise<unknown> | undefined;
  const say = async (text: string) => {
    rules ??= addStyles(styles).catch(() => undefined);
    await rules;
    status.textContent = text;
  };
  /** The link at which Tab stops. */
  let stop = links.find(({ hash }) => hash === location.hash) ?? links[0];

  function stopAt(link: HTMLAnchorElement) {
    stop?.setAttribute('tabindex', '-1');
    link.removeAttribute('tabindex');
    stop = link;
  }

  for (const [at, link] of links.entries()) {
    link.setAttribute('aria-label', PARAGRAPH_LINKS.copy(at + 1));
    if (link !== stop) link.setAttribute('tabindex', '-1');
    link.addEventListener('click', () => copyAddress(link, say));
    link.addEventListener('focus', () => {
      stopAt(link);
      if (link.matches(':focus-visible')) void say(PARAGRAPH_LINKS.keys);
    });
    link.addEventListener('blur', () => void say(''));
    link.addEventListener('keydown', (event) => {
      const next = links[placeOf(event, at, links.length)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    // Who has come into a paragraph, by pointer or by another link of it, finds its link next.
    const block = link.closest('p, li');
    const enter = ({ target }: Event) => {
      // Of an item within an item, the inner one.
      if (target instanceof Element && target.closest('p, li') === block) stopAt(link);
    };
    for (const type of ['focusin', 'pointerdown']) block?.addEventListener(type, enter);
  }
}

/** Which of so many links a key leads to; none for a key that leads nowhere. */
function placeOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, at: number, count: number): number {
  if (ctrlKey || metaKey || altKey) return -1;
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  return places[key] ?? -1;
}

/** The line at the foot of the window that says what a link has done, or can do. */
function addStatus(page: Document): HTMLElement {
  const status = page.createElement('p');
  status.className = 'copy-status';
  status.setAttribute('role', 'status');
  page.body.append(status);
  return status;
}

async function copyAddress(link: HTMLAnchorElement, say: (text: string) => Promise<void>) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // No permission: the address bar shows the link, as it does without script.
  }
  await say(PARAGRAPH_LINKS.copied);
  setTimeout(say, 2000, '');
}
