import { path } from '../../lib/urls.ts';
import { onRoot } from '../../site/prepaint.ts';

/** How and as what a file is asked for that any question needs; the rest hangs on the question, or on these. */
const NEEDED = [
  ['modulepreload', 'script', 'pagefind.js'],
  ['preload', 'fetch', 'pagefind-entry.json'],
  ['preload', 'fetch', 'wasm.unknown.json'],
  ['preload', 'fetch', 'pagefind.list.json'],
  ['preload', 'fetch', 'catalogue.json'],
  ['preload', 'fetch', 'terms.json'],
];

/**
 * Where a question comes with the address, asks for these as soon as the page is there: the scripts that will ask it are
 * two ways there and back away, and Pagefind then asks for one after the other. It stands behind the element that says
 * where the index is – below the folder of the manifest, since a copy of the site may lie under another path –, and keeps the room of the answer (`data-asked`). Engines below the floor are spared it.
 */
export const ASK_EARLY = onRoot(
  `var i=p.currentScript.previousElementSibling.dataset.searchIndex,m=p.querySelector("link[rel=manifest]").href;` +
    `if(i&&"js"in d&&/[?&]q=[^&]/.test(location.search))d.asked="",${JSON.stringify(NEEDED)}.forEach(function(f){` +
    `var l=p.createElement("link");l.rel=f[0];l.as=f[1];l.crossOrigin="anonymous";l.href=m.replace(/[^/]*$/,i.slice(${path().length}))+f[2];p.head.append(l)})`,
);
