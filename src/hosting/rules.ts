import { ASSETS, MEDIA } from '../lib/urls.ts';
import { headerPolicy } from './policy.ts';
import type { BuiltPages, Moved } from './site.ts';

export type Headers = Readonly<Record<string, string>>;

/** Headers of a path: of everything below it where it ends with `*`. Absolute, from the root of the host. */
export interface Rule {
  path: string;
  headers: Headers;
}

/** A site on a host: what every server is told, each in its own language. */
export interface Hosting {
  base: string;
  origin: string;
  /** For everything. */
  common: Headers;
  /** For some paths in place of that. Of two that are about one path the narrower stands later, and says all that the wider does. */
  special: Rule[];
  /** The folder of stories, each of which has the files of RECORD_LINKS beside it; null where there are none. */
  records: string | null;
  /** Addresses at which a server leads on, before the page there does. */
  moved: readonly Moved[];
  /** Addresses of what was taken down: the page there tells of it, and a server that can says 410 with it. */
  gone: readonly string[];
}

export const POLICY = 'Content-Security-Policy';
const SHARED = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * What the page of a story says of its record (Signposting), for programs that ask for its head alone. Addresses from the page
 * on, so that one rule is true of all stories, however many there are.
 */
export const RECORD_LINKS: Headers = {
  Link: [
    '<cite.json>; rel="describedby"; type="application/vnd.citationstyles.csl+json"',
    '<story.json>; rel="alternate"; type="application/json"',
    '<story.md>; rel="alternate"; type="text/markdown"',
  ].join(', '),
};

/** What no answer of the site goes without. */
export const COMMON: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/**
 * The policy of what is no page: of a drawing that is opened by itself, and of a script that works apart from pages,
 * which fetches and counts. It is short, since a page may ask for many files.
 */
export const OF_FILES: Headers = {
  [POLICY]: "default-src 'none';connect-src 'self';script-src 'self' 'wasm-unsafe-eval';frame-ancestors 'none'",
};

/** What lies under `/assets/` has its content or version in its path. */
export const LASTING: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ...OF_FILES, ...SHARED };

/** The same for media, which other sites may read too: viewers of IIIF ask for a page's tiles by script. */
export const OPEN: Headers = {
  ...LASTING,
  // A recording or a document that is opened by itself stands in a page of the browser's own.
  [POLICY]: "default-src 'none';img-src 'self';media-src 'self';object-src 'self';frame-ancestors 'none'",
  'Access-Control-Allow-Origin': '*',
};

/** What programs of other sites may fetch: data, feeds, records. */
export const FETCHED: Headers = { 'Access-Control-Allow-Origin': '*', ...SHARED };

/** Two years, for the host alone: whether its subdomains have certificates is not ours to know. */
export const HSTS: Headers = { 'Strict-Transport-Security': 'max-age=63072000' };

/** Pages made for frames, and pictures, are for other sites too. */
export const FRAMED: Headers = SHARED;

/** Says for every path of a site what headers it has. */
export function hostingOf(site: BuiltPages, { hsts = false } = {}): Hosting {
  const { base, origin } = site;
  const framed = headerPolicy(site.framedPolicies, true);
  return {
    base,
    origin,
    moved: site.moved,
    gone: site.gone,
    records: site.hasRecords ? `${base}stories/` : null,
    common: { [POLICY]: headerPolicy(site.policies, false), ...COMMON, ...(hsts ? HSTS : {}) },
    special: nested([
      { path: `${base}${ASSETS}/*`, headers: LASTING },
      ...(site.hasMedia ? [{ path: `${base}${MEDIA}/*`, headers: OPEN }] : []),
      ...site.framed.map((path) => ({ path: `${base}${path}*`, headers: { [POLICY]: framed, ...FRAMED } })),
      ...site.workers.map((path) => ({ path: `${base}${path}`, headers: OF_FILES })),
      ...site.open.map((path) => ({ path: `${base}${path}*`, headers: FETCHED })),
      ...shorten(site.pictures).map((path) => ({ path: `${base}${path}`, headers: SHARED })),
    ]),
  };
}

/**
 * Rules of which the narrower stands later and says what the wider says too: servers differ in which of two they follow, and
 * whether they follow both.
 */
function nested(rules: readonly Rule[]): Rule[] {
  const sorted = [...new Set(rules.map(({ path }) => path))].sort(
    (a, b) =>
      a.replace('*', '').length - b.replace('*', '').length || Number(b.endsWith('*')) - Number(a.endsWith('*')),
  );
  return sorted.map((path) => ({
    path,
    headers: Object.assign(
      {},
      ...rules
        .filter((rule) => rule.path === path || matches(rule, path.replace('*', '')))
        .sort((a, b) => a.path.length - b.path.length)
        .map(({ headers }) => headers),
    ),
  }));
}

/** More pictures than this in one folder are named by their folder: some hosts count rules. */
const MANY = 4;

function shorten(pictures: readonly string[]): string[] {
  const folders = Map.groupBy(pictures, (path) => path.replace(/[^/]*$/, ''));
  return [...folders].flatMap(([folder, paths]) => (paths.length > MANY && folder !== '' ? [`${folder}*`] : paths));
}

const matches = ({ path }: Rule, address: string): boolean =>
  path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address;

/** Whether a page of one story stands at an address. */
const isStory = ({ records, gone }: Hosting, address: string): boolean =>
  records !== null &&
  address.startsWith(records) &&
  /^[^/]+\/$/.test(address.slice(records.length)) &&
  !gone.includes(address);

/** The headers of an address, as every one of the servers has to send them. */
export const headersAt = (hosting: Hosting, address: string): Headers =>
  Object.assign(
    {},
    hosting.common,
    ...hosting.special.filter((rule) => matches(rule, address)).map(({ headers }) => headers),
    isStory(hosting, address) ? RECORD_LINKS : {},
  );
