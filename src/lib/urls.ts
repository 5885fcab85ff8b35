/** The path that the site was built for: `/`, or `/archive/`. */
const built = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/**
 * The path that the site lies under. What a program has copied may lie elsewhere than it was built for: in a page, its link
 * to the manifest at the root knows. Not a script's own address: where an archive of the web is replayed, that is no address
 * of the site.
 */
const base =
  import.meta.env?.PROD && !import.meta.env.SSR
    ? (document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? built)
        .replace(/^\w+:\/\/[^/]*/, '')
        .replace(/[^/]*$/, '')
    : built;

/** An address as the build wrote it where links are not turned – in data, in scripts – as it is in this copy of the site. */
export const placed = (address: string): string =>
  address.startsWith(built) ? base + address.slice(built.length) : address;

/** Whether the site lies where it was built for. */
export const isAtHome = (): boolean => base === built;

/**
 * The folder of what never changes under its address, since its name holds a hash of what it holds: scripts, pictures, the
 * search index. A name without underscore, as hosts that run Jekyll serve none with one.
 */
export const ASSETS = 'assets';

/**
 * The folder of pictures, recordings and documents. They too are called by what they hold; unlike ASSETS, a new release
 * brings none of the former's along, so that what an editor takes out of a story is gone.
 */
export const MEDIA = 'media';

/** A path of the site under its base: `path('stories/')` → `/archive/stories/`. */
export const path = (relative = ''): string => `${base}${relative}`;

/** A path of the site as an address for others; as it is where nobody has given the site an address. */
export const fullAddress = (path: string, site: URL | undefined): string => (site ? new URL(path, site).href : path);

/**
 * The address of a page as scripts write it, once the page is there: with its file's name where the site is built for
 * hosts that do not look for one (INDEX_LINKS). What the build itself writes, src/integrations/index-links.ts turns.
 */
export const pageAddress = (address: string): string =>
  import.meta.env?.INDEX_LINKS ? address.replace(/^([^?#]*\/)(?=$|[?#])/, '$1index.html') : address;

export const storyPath = (slug: string): string => path(`stories/${slug}/`);
export const countyPath = (id: string): string => path(`counties/${id}/`);

/** What the live map draws. */
export const atlasPath = (version: string): string => path(`${ASSETS}/atlas.${version}.json`);

/** A panel of the map as a file, by the id of its first county. */
export const panelPath = (panel: string, form: 'svg' | 'geojson'): string => path(`map/${panel}.${form}`);

/** The search for some words; they stand in the address as they are, as HTML allows. */
export const searchPath = (words: string): string =>
  `${path('search/')}?q=${words.replace(/[%&#+\s"<>]/g, encodeURIComponent)}`;

/** The map of all counties with one of them chosen. */
export const mapPath = (county: string): string => `${path('map/')}?county=${county}`;

export const practicePath = (id: string): string => path(`practices/${id}/`);
/** A practice that has no page of its own: its entry in the glossary. */
export const practiceEntryPath = (id: string): string => `${path('practices/')}#${id}`;
/** A series, a tag or an author of the site; without an id, the page of them all. */
export const groupPath = (kind: 'series' | 'tags' | 'authors', id?: string): string =>
  path(id === undefined ? `${kind}/` : `${kind}/${id}/`);
export const personPath = (id: string): string => `${path('people/')}#${id}`;
export const placePath = (id: string): string => `${path('places/')}#${id}`;
/** What a story said before; a single version by what it is called. */
export const versionsPath = (slug: string, version = ''): string =>
  `${storyPath(slug)}versions/${version === '' ? '' : `${version}/`}`;
export const paragraphPath = (slug: string, id: string): string => `${storyPath(slug)}#${id}`;

/** Where a milestone's words stand. */
export const milestonePath = (slug: string, id: string): string => `${storyPath(slug)}#${milestoneAnchor(id)}`;
/** The timeline, narrowed to a county and at a year, decade or century where these are given. */
export const timelinePath = (county?: string, year?: string): string =>
  `${path('timeline/')}${county ? `?county=${county}` : ''}${year === undefined ? '' : `#${yearAnchor(year)}`}`;
/** The timeline as other sites show it in a frame. */
export const embedPath = (): string => path('timeline/embed/');

/** Where a figure's words stand. */
export const figurePath = (slug: string, id: string): string => `${storyPath(slug)}#${figureAnchor(id)}`;

export const milestoneAnchor = (id: string): string => `m-${id}`;
export const figureAnchor = (id: string): string => `f-${id}`;
export const gapAnchor = (id: string): string => `g-${id}`;
export const mediumAnchor = (id: string): string => `media-${id}`;

/** A heading of the timeline: year, decade or century in EDTF, or 'open' where it is not known. */
export const yearAnchor = (year: string): string => `y${year}`;
/** A milestone's entry in lists of many stories. No slug holds two hyphens in a row. */
export const entryAnchor = (slug: string, id: string): string => `t-${slug}--${id}`;
