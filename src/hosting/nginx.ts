import { type Hosting, RECORD_LINKS, type Rule } from './rules.ts';
import { TEXT, TYPES, UNKNOWN } from './types.ts';

/** Where a server of one's own has the site, and where it listens. */
export interface Place {
  /** Absolute path of the folder that it serves. */
  root: string;
  /** As the server writes it: `80`, `127.0.0.1:8080`. */
  listen: string;
}

const DOLLAR = ['$', '{county_dollar}'].join('');

/** nginx puts in variables within quotes as well, and has no sign to stop that but one of its own making. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('$', () => DOLLAR)}"`;

const literal = (path: string): string => path.replace(/[\\^$.*+?()[\]{}|"]/g, '\\$&');
/** A key of a map; a pattern, since plain keys do not tell a from A. */
const keyOf = ({ path }: Pick<Rule, 'path'>): string =>
  path.endsWith('*') ? `"~^${literal(path.slice(0, -1))}"` : `"~^${literal(path)}$"`;

const variable = (header: string): string => `$county_${header.toLowerCase().replaceAll('-', '_')}`;

/** A header that differs from path to path, as a map of nginx. */
function mapOf(header: string, { common, special }: Hosting): string {
  // The first pattern that fits is the one that holds.
  const lines = [...special].reverse().flatMap((rule) => {
    const value = rule.headers[header];
    return value === undefined ? [] : [`  ${keyOf(rule)} ${quoted(value)};`];
  });
  return [`map $uri ${variable(header)} {`, `  default ${quoted(common[header] ?? '')};`, ...lines, '}'].join('\n');
}

const MOVED = '$county_moved';

/** Where an address leads on to; nothing of every other. */
const movedMap = (moved: Hosting['moved']): string =>
  [
    `map $uri ${MOVED} {`,
    '  default "";',
    ...moved.map(({ from, to }) => `  ${keyOf({ path: from })} ${quoted(to)};`),
    '}',
  ].join('\n');

/** The links of a story’s page to its record. What a folder answers by is called by its file. */
const linkMap = ({ records, gone }: Hosting): string =>
  records === null
    ? ''
    : [
        'map $uri $county_link {',
        '  default "";',
        ...gone.map((path) => `  "~^${literal(path)}(?:index\\.html)?$" "";`),
        `  "~^${literal(records)}[^/]+/(?:index\\.html)?$" ${quoted(RECORD_LINKS.Link ?? '')};`,
        '}\n',
      ].join('\n');

const typesBlock = (): string => {
  const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => type.replace(/;.*/, ''));
  return [...byType].map(([type, rows]) => `    ${type} ${rows.map(([extension]) => extension).join(' ')};`).join('\n');
};

const textTypes = (): string =>
  [...new Set(TEXT.map((extension) => TYPES[extension]?.replace(/;.*/, '')))]
    .filter((type) => type !== 'text/html')
    .join(' ');

/** For `/etc/nginx/sites-enabled/` or `conf.d/`: maps and one server. */
export function nginx(hosting: Hosting, { root, listen }: Place): string {
  const { base, common, special, origin, moved, gone } = hosting;
  const varying = [...new Set(special.flatMap(({ headers }) => Object.keys(headers)))];
  // What only some paths have is empty elsewhere, and nginx sends no empty header.
  const headers = [...new Set([...Object.keys(common), ...varying])].map(
    (name) => `  add_header ${name} ${varying.includes(name) ? variable(name) : quoted(common[name] ?? '')} always;`,
  );
  if (hosting.records !== null) headers.push('  add_header Link $county_link always;');
  return `# Written by npm run headers from the built site; write it anew after each build, then: nginx -t && nginx -s reload
geo $county_dollar { default "$"; }
${varying.map((header) => mapOf(header, hosting)).join('\n')}
${movedMap(moved)}
${linkMap(hosting)}
server {
  listen ${listen};
  server_name ${new URL(origin).hostname};
  # For https: listen 443 ssl; ssl_certificate …; ssl_certificate_key …;

  server_tokens off;
  absolute_redirect off;
  autoindex off;
  index index.html;
  charset utf-8;
  charset_types ${textTypes()};
  types {
${typesBlock()}
  }
  default_type ${UNKNOWN};

  # The .gz files of --precompress; what has none is packed on the way.
  gzip on;
  gzip_static on;
  gzip_vary on;
  gzip_proxied any;
  gzip_types ${textTypes()};
  # The .br files too, where nginx has the module (Debian: libnginx-mod-http-brotli-static):
  # brotli_static on;

${headers.join('\n')}

  # What has moved; the page at the old address leads on too.
  if (${MOVED}) { return 301 ${MOVED}; }

  # A folder without a page is answered as what is not there.
  error_page 403 404 =404 ${quoted(`${base}404.html`)};
  location ~ /\\. { return 404; }
${gone.map((path) => `  location = ${quoted(path)} { error_page 410 ${quoted(`${path}index.html`)}; return 410; }\n`).join('')}${
  base === '/'
    ? `  root ${quoted(root)};`
    : `  location = ${quoted(base.slice(0, -1))} { return 301 ${quoted(base)}; }
  location ${quoted(base)} { alias ${quoted(`${root}/`)}; }
  location / { return 404; }`
}
}
`;
}
