import { placed } from '../lib/urls.ts';

/** Brings rules that come with a script, not with the page. Resolves once they are there. */
export function addStyles(address: string): Promise<unknown> {
  const link = document.createElement('link');
  const loaded = new Promise((resolve, reject) => {
    // A host may answer with a page that says that there is nothing: no rules.
    link.onload = () => (link.sheet?.cssRules.length ? resolve(link) : reject(new Error(address)));
    link.onerror = reject;
  });
  link.rel = 'stylesheet';
  link.href = placed(address);
  document.head.append(link);
  return loaded;
}
