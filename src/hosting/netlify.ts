import { shortPolicy } from './policy.ts';
import { type Headers, type Hosting, POLICY, RECORD_LINKS } from './rules.ts';

/** What a file of rules may hold at Cloudflare Pages: rules, and signs in a line. */
export const LIMITS = { rules: 100, line: 2000 };

/** Whether the policy is too long for a line, so that it leaves scripts and styles to the policy of each page. */
const isLong = (headers: Headers): boolean => `  ${POLICY}: ${headers[POLICY] ?? ''}`.length > LIMITS.line;

const fitting = (headers: Headers): Headers =>
  isLong(headers) ? { ...headers, [POLICY]: shortPolicy(headers[POLICY] ?? '') } : headers;

const rule = (path: string, headers: Headers, replaced: readonly string[] = []): string =>
  [
    path,
    ...replaced.map((name) => `  ! ${name}`),
    ...Object.entries(fitting(headers)).map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n');

/**
 * `_headers`, for Netlify and Cloudflare Pages. Where two rules are about one path, Netlify takes the later value and
 * Cloudflare both, unless `!` takes the first away – a line that Netlify passes over.
 */
export function headersFile({ common, special, records, gone }: Hosting): string {
  return [
    '# Written by npm run headers from the built site: for the folder of the site itself.',
    rule('/*', common),
    ...special.map(({ path, headers }) =>
      rule(
        path,
        headers,
        Object.keys(headers).filter(
          (name) => name in common || widerThan(path, special).some((rule) => name in rule.headers),
        ),
      ),
    ),
    ...(records === null ? [] : [rule(`${records}:story/`, RECORD_LINKS)]),
    ...(records === null ? [] : gone.map((path) => `${path}\n  ! Link`)),
    '',
  ].join('\n');
}

/** The rules that are about all of a path, and about more. */
const widerThan = (path: string, rules: Hosting['special']) =>
  rules.filter((rule) => rule.path !== path && rule.path.endsWith('*') && path.startsWith(rule.path.slice(0, -1)));

/** `_redirects`, for the same two: what has moved. */
export const redirectsFile = ({ moved }: Hosting): string =>
  [
    '# Written by npm run headers from the built site: for the folder of the site itself.',
    ...moved.map(({ from, to }) => `${from} ${to} 301`),
    '',
  ].join('\n');

/** What whoever puts the file there should know; in Chinese. */
export function limitsMet({ common, special, records, gone }: Hosting): string[] {
  const rules = special.length + 1 + (records === null ? 0 : 1 + gone.length);
  return [
    ...(rules > LIMITS.rules ? [`_headers 有 ${rules} 条规则，Cloudflare Pages 只认前 ${LIMITS.rules} 条。`] : []),
    ...([common, ...special.map(({ headers }) => headers)].some(isLong)
      ? ['_headers 一行放不下全部网页的脚本和样式，那里的策略不再列它们；每页自己的策略照样管着。']
      : []),
  ];
}
