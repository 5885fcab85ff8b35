import type { Place } from './nginx.ts';
import { type Headers, type Hosting, RECORD_LINKS } from './rules.ts';
import { TYPES } from './types.ts';

/** In backquotes Caddy takes all as it is; a backquote in a value would end it, and is put into double quotes. */
const quoted = (text: string): string => {
  // Braces are places to be filled in.
  const plain = text.replace(/[{}]/g, '\\$&');
  return plain.includes('`') ? `"${plain.replace(/[\\"]/g, '\\$&')}"` : `\`${plain}\``;
};

const set = (matcher: string, headers: Headers): string[] =>
  Object.entries(headers).map(([name, value]) => `\t\theader ${matcher}${name} ${quoted(value)}`);

/** A Caddyfile with one site. */
export function caddy(
  { base, common, special, origin, moved, gone, records }: Hosting,
  { root, listen }: Place,
): string {
  const { hostname, protocol } = new URL(origin);
  // An address with a port is Caddy's own choice of http; a name alone makes it fetch a certificate.
  const site = listen === '' ? `${protocol}//${hostname}` : `http://${listen}`;
  const types = [...Map.groupBy(Object.entries(TYPES), ([, type]) => type)];
  const served = [`root * ${quoted(root)}`, 'file_server {', '\thide .*', '\tprecompressed br gzip', '}'];
  const within = gone.map((path) => quoted(`/${path.slice(base.length)}`)).join(' ');
  const taken =
    gone.length > 0
      ? [`@gone path ${within}`, 'file_server @gone {', '\tstatus 410', '\tprecompressed br gzip', '}']
      : [];
  const pages = [...served.slice(0, 1), ...taken, ...served.slice(1)];
  // What was taken down, and what is not there, has no record.
  const links =
    records === null
      ? []
      : [
          '@record {',
          `\tpath_regexp ${quoted(`^${records.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}[^/]+/$`)}`,
          ...(gone.length > 0 ? [`\tnot path ${gone.map(quoted).join(' ')}`] : []),
          '}',
          `header @record Link ${quoted(RECORD_LINKS.Link ?? '')}`,
        ];
  const lines = (list: readonly string[], depth: number) => list.map((line) => '\t'.repeat(depth) + line).join('\n');
  return `# Written by npm run headers from the built site; write it anew after each build, then: caddy reload
${site} {
	encode zstd gzip
	# In this order, and not in Caddy's: what is said of some paths stands after what is said of all.
	route {
${set('', common).join('\n')}
${special
  .flatMap(({ path, headers }, i) => [`\t\t@path${i} path ${quoted(path)}`, ...set(`@path${i} `, headers)])
  .join('\n')}
${lines(links, 2)}
${types
  .flatMap(([type, rows], i) => [
    `\t\t@type${i} path ${rows.map(([extension]) => `*.${extension}`).join(' ')}`,
    `\t\theader @type${i} Content-Type ${quoted(type)}`,
  ])
  .join('\n')}
${moved.map(({ from, to }) => `\t\tredir ${quoted(from)} ${quoted(to)} permanent`).join('\n')}
		@hidden path */.*
		error @hidden 404
${
  base === '/'
    ? lines(pages, 2)
    : `\t\tredir ${quoted(base.slice(0, -1))} ${quoted(base)} permanent
\t\thandle_path ${quoted(`${base}*`)} {
${lines(pages, 3)}
\t\t}
\t\terror 404`
}
	}
	handle_errors {
		header Cache-Control no-cache
		header -Link
		header Content-Type "text/html; charset=utf-8"
		rewrite * /404.html
${lines(served, 2)}
	}
}
`;
}
