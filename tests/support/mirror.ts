import { hash } from 'node:crypto';
import { posix } from 'node:path';

// What `wget -mk` does to a page that it has copied, as far as it can harm one: it turns every address that it knows, in
// the attributes of elements and in `url(…)` of styles, into one from the page's own file.

const ATTRIBUTE = /(\s(?:href|src|action|background|poster|data|cite|longdesc)=)("[^"]*"|[^\s">]+)/g;
const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;
const OF_STYLE = /url\(\s*(["']?)([^"')]*)\1\s*\)|(@import\s+)(["'])([^"']*)\4/g;

/** A page of a copy. @param path of its file, from the root of the copy */
export function rewrittenAsByWget(html: string, path: string): string {
  const turned = (address: string): string => {
    if (/^[a-z][\w+.-]*:/i.test(address) || address === '') return address;
    // Also what leads to a place in the page itself gets the name of its file.
    if (address.startsWith('#')) return posix.basename(path) + address;
    if (!address.startsWith('/')) return address;
    const [file = '', rest = ''] = address.split(/(?=[?#])/);
    const to = file.endsWith('/') ? `${file}index.html` : file;
    return posix.relative(posix.dirname(`/${path}`), to) + rest;
  };
  return html
    .replace(STYLE, (_, open: string, css: string, close: string) => {
      const own = css.replace(OF_STYLE, (whole, quote, address, _import, _quote, imported) =>
        imported === undefined ? `url(${quote}${turned(address)}${quote})` : whole.replace(imported, turned(imported)),
      );
      return open + own + close;
    })
    .replace(/<(?!style|script)[a-z][^>]*>/gi, (element) =>
      element.replace(ATTRIBUTE, (_, name: string, value: string) =>
        value.startsWith('"') ? `${name}"${turned(value.slice(1, -1))}"` : name + turned(value),
      ),
    );
}

/** Beginnings of the styles and scripts in a page that its own policy refuses, since they are not what was built. */
export function policyBreaches(html: string): string[] {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return [...html.matchAll(/<(style|script)(?:\s([^>]*))?>([\s\S]*?)<\/\1>/g)].flatMap(
    ([, , attributes = '', text = '']) => {
      const isData = /type="(?!module)[^"]+"/.test(attributes);
      if (text === '' || isData || policy.includes(`'sha256-${hash('sha256', text, 'base64')}'`)) return [];
      return [text.slice(0, 60)];
    },
  );
}
