import { path } from '../../lib/urls.ts';
import { onRoot } from '../../site/prepaint.ts';

/**
 * Where a question comes with the address, asks for the files that any question needs (`data-search-first`) as soon as the
 * page is there: the scripts that will ask it are two ways there and back away, and one file leads to the next. It stands
 * behind the element that says where the index is – below the folder of the manifest, as a copy of the site may lie under
 * another path –, and keeps the room of the answer (`data-asked`). Engines below the floor are spared it.
 */
export const ASK_EARLY = onRoot(
  `var b=p.currentScript.previousElementSibling.dataset,m=p.querySelector("link[rel=manifest]").href;` +
    `if(b.searchIndex&&"js"in d&&/[?&]q=[^&]/.test(location.search))d.asked="",b.searchFirst.split(" ").forEach(function(f){` +
    `var l=p.createElement("link"),s=/js$/.test(f);l.rel=s?"modulepreload":"preload";l.as=s?"script":"fetch";` +
    `l.crossOrigin="anonymous";l.href=m.replace(/[^/]*$/,b.searchIndex.slice(${path().length}))+f;p.head.append(l)})`,
);
