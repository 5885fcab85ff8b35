import { type Headers, type Hosting, RECORD_LINKS } from './rules.ts';
import { TEXT, TYPES } from './types.ts';

/** In double quotes; `%` begins a place to be filled in. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`;
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|#]/g, '\\$&');

const set = (headers: Headers, condition = ''): string =>
  Object.entries(headers)
    .map(([name, value]) => `Header always set ${name} ${quoted(value)}${condition}`)
    .join('\n');

/** A file may be answered by its packed twin, whose name is another one. */
const at = (path: string): string =>
  path.endsWith('*') ? `^${literal(path.slice(0, -1))}` : `^${literal(path)}(?:\\.br|\\.gz)?$`;

/** A `.htaccess` for the folder of the site itself: it changes together with the pages. */
export function apache({ base, common, special, moved, gone, records }: Hosting): string {
  const text = TEXT.join('|');
  const types = Object.entries(TYPES).map(([extension, type]) => `AddType ${type.replace(/;.*/, '')} .${extension}`);
  return `# Written by npm run headers from the built site: .htaccess in its folder. Wants mod_headers and AllowOverride All.
Options -Indexes
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 ${base}404.html
ErrorDocument 403 ${base}404.html
# Nothing whose name begins with a dot, nor what lies in a folder named so.
RedirectMatch 404 "/\\."
${moved.map(({ from, to }) => `RedirectMatch 301 "^${literal(from)}$" "${to}"`).join('\n')}
# What was taken down: its page tells of it.
${gone
  .map(
    (path) =>
      `RedirectMatch 410 "^${literal(path)}$"\n<If "%{REQUEST_URI} =~ m#^${literal(path)}$#">\n  ErrorDocument 410 ${path}index.html\n</If>`,
  )
  .join('\n')}

AddDefaultCharset utf-8
${types.join('\n')}
AddCharset utf-8 ${TEXT.map((extension) => `.${extension}`).join(' ')}

${set(common)}
${special
  .map(({ path, headers }) => set(headers, ` "expr=%{REQUEST_STATUS} -lt 400 && %{REQUEST_URI} =~ m#${at(path)}#"`))
  .join('\n')}
${records === null ? '' : set(RECORD_LINKS, ` "expr=%{REQUEST_STATUS} -lt 400 && %{REQUEST_URI} =~ m#^${literal(records)}[^/]+/(?:index\\.html(?:\\.br|\\.gz)?)?$#"`)}

# The files of --precompress, to those who take them.
<IfModule mod_rewrite.c>
RemoveType .gz .br
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
RewriteEngine On
RewriteBase ${base}
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}index.html.br -f
RewriteRule ^(.*/)?$ $1index.html.br [L,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}index.html.gz -f
RewriteRule ^(.*/)?$ $1index.html.gz [L,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+\\.(?:${text}))$ $1.br [L,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+\\.(?:${text}))$ $1.gz [L,E=no-gzip:1,E=no-brotli:1]
</IfModule>
# A folder is asked for without the name of its page.
Header always merge Vary Accept-Encoding "expr=%{REQUEST_URI} =~ m#(?:/|\\.(?:${text})(?:\\.br|\\.gz)?)$#"
`;
}
