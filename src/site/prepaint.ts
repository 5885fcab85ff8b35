import { SCRIPT_NOTES } from '#words/site.ts';
import { SETTINGS_KEY } from './setting-names.ts';

/**
 * Puts stored reading settings on the root before the first paint, so that a page never flashes. Storage may be
 * forbidden.
 */
const STORED = `try{var k,s=JSON.parse(localStorage.${SETTINGS_KEY});for(k in s)d[k]=s[k]}catch(e){}`;

/**
 * Decides what a page may expect of its scripts, in words that every engine understands: `findLast` came with exactly
 * the engines of the floor (package.json, browserslist). Above it, `data-js` keeps room for what scripts will bring up
 * (components/bring-up.ts); below, `data-old` has the page stay as it is without script. What has not come up when all
 * has loaded never will: then one line says so, in the place that was kept, so that nothing moves.
 */
const EXPECT = `var o=![].findLast,n=p.createElement("p");n.className="script-note";if(!o)d.js="";["load","ready"].forEach(function(e){addEventListener(e,function(){if(o||p.querySelector(".needs-script:not([data-coming])")){n.textContent=o?"${SCRIPT_NOTES.old}":"${SCRIPT_NOTES.failed}";p.querySelector("main").before(n)}})})`;

/** A program for an engine of any age, which knows the page as `p` and its settings as `d`. */
export const onRoot = (program: string) => `(function(p,d){${program}})(document,document.documentElement.dataset)`;

/** Runs in the head of every page, before all other scripts. One constant: its hash stands in every page's policy. */
export const PREPAINT = /* @__PURE__ */ onRoot(STORED + EXPECT);

/** The same in a frame on another site, where nothing is read or stored. */
export const EMBED_PREPAINT = /* @__PURE__ */ onRoot(EXPECT);
