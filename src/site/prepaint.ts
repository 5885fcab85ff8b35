/** Name under which the reading settings are kept in this browser's localStorage. */
export const SETTINGS_KEY = 'reading';

/** The settings, each a `data-` attribute of the root element. */
export const SETTINGS = ['theme', 'face', 'size'] as const;

/**
 * Applies stored reading settings before the first paint, so that a page never flashes. One constant: its hash stands
 * in every page's policy.
 */
export const PREPAINT = `(d=>{d.js="";try{const s=JSON.parse(localStorage.getItem("${SETTINGS_KEY}"))||{};for(const k of ${JSON.stringify(SETTINGS)})if(s[k])d[k]=s[k]}catch{}})(document.documentElement.dataset)`;

/** The same in a frame on another site, where nothing is read or stored. */
export const EMBED_PREPAINT = 'document.documentElement.dataset.js=""';
