/**
 * Leads a reader on from an address that is kept, with what else the address names: a paragraph under the name that it has
 * there, words to be marked. The page leads on by itself too, to the head of the other, where no script runs.
 */
export function leadOn(link: HTMLAnchorElement, { search, hash, replace }: LeavingPlace): void {
  const to = new URL(link.href);
  if (search !== '') to.search = search;
  if (to.hash === '') to.hash = placeThere(hash, link.dataset.paragraphs);
  replace(to.href);
}

interface LeavingPlace {
  search: string;
  hash: string;
  replace: (address: string) => void;
}

/** A paragraph that did not come along is nowhere there: the head of the page is the truest place. */
function placeThere(hash: string, paragraphs: string | undefined): string {
  if (paragraphs === undefined || !/^#p-/.test(hash)) return hash;
  return (JSON.parse(paragraphs) as Record<string, string>)[hash.slice(1)] ?? '';
}
