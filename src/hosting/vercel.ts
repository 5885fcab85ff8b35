import { type Headers, type Hosting, RECORD_LINKS } from './rules.ts';
import { extensionOf, TYPES } from './types.ts';

/** Patterns are path-to-regexp's: what means something there is escaped. */
const literal = (path: string): string => path.replace(/[\\^$.*+?()[\]{}|:]/g, '\\$&');

const list = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** Types that Vercel would not guess. */
const ODD = Object.keys(TYPES).filter((extension) => extension.startsWith('pf_') || extension === 'pagefind');

/** The pages of stories that are there. */
function storiesOf(folder: string, gone: readonly string[]): string {
  const none = gone.filter((path) => path.startsWith(folder)).map((path) => literal(path.slice(folder.length)));
  return `${literal(folder)}(${none.length > 0 ? `(?!${none.join('|')})` : ''}[^/]+)/`;
}

/** `vercel.json`. No two rules name the same header for one path, so that their order does not matter. */
export function vercel({ common, special, moved, records, gone }: Hosting): string {
  const pattern = (path: string) => (path.endsWith('*') ? `${literal(path.slice(0, -1))}.*` : `${literal(path)}$`);
  /** All below a folder, but for what a rule of its own is about. */
  const sourceOf = (folder: string) => {
    const others = special
      .filter(({ path }) => path !== `${folder}*` && path.startsWith(folder))
      .map(({ path }) => pattern(path).slice(literal(folder).length));
    return `${literal(folder)}(${others.length > 0 ? `(?!${others.join('|')})` : ''}.*)`;
  };
  const rules = [
    { source: sourceOf('/'), headers: list(common) },
    ...special.map(({ path, headers }) => ({
      source: path.endsWith('*') ? sourceOf(path.slice(0, -1)) : literal(path),
      headers: list({ ...common, ...headers }),
    })),
    ...(records === null ? [] : [{ source: storiesOf(records, gone), headers: list(RECORD_LINKS) }]),
    ...ODD.map((extension) => ({
      source: `/(.*)\\.${extension}`,
      headers: list({ 'Content-Type': TYPES[extensionOf(`.${extension}`)] ?? '' }),
    })),
  ];
  const redirects = moved.map(({ from, to }) => ({ source: literal(from), destination: to, permanent: true }));
  const more = redirects.length > 0 ? { redirects } : {};
  return `${JSON.stringify({ trailingSlash: true, ...more, headers: rules }, null, 2)}\n`;
}
