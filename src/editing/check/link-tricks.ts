import type { Fault } from '../../lib/manuscript/problem.ts';

// Links that lead elsewhere than they seem to: what a reader sees is not where the browser goes.

const ADDRESS = /^https?:\/\/([^/?#]*)/i;
/** Signs that nobody sees, or that turn the order of those around them. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/u;
/** Chinese names of sites have Han, Latin letters and digits, and signs of no other script. */
const NAME = /^[a-z0-9-]+$|^[\p{Script=Han}a-z0-9-]+$/iu;
const QUAD = /^(?:(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])\.){3}(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;
/** Words that are themselves an address: with its scheme, with www, or ending as the names of sites do. */
const SHOWN =
  /(?:https?:\/\/|(?<![\w.@-])www\.)([\w.-]+)|(?<![\w.@/-])((?:[a-z0-9-]+\.)+(?:com|cn|net|org|edu|gov|info|biz|top|xyz|vip|site|cc|io|me|tv|hk|tw|mo))(?![\w.-])/i;
/** From where it begins, or a long word would be read anew from each of its letters. */
const MAIL = /(?<![\w.+-])[\w.+-]+@[\w.-]+\.\w+/;

/** Why an address may deceive, or null. */
export function faultOfAddress(url: string): Fault | null {
  if (UNSEEN.test(decoded(url)))
    return { rule: 'link-disguised', message: '网址里有看不见的字符', cure: '从网站的地址栏重新复制' };
  const [, authority] = ADDRESS.exec(url) ?? [];
  if (authority === undefined) return null;
  if (authority.includes('@'))
    return {
      rule: 'link-disguised',
      message: '网址里夹着用户名或密码，“@”前面的不是网站',
      cure: `只写“@”后面的网站，例如 https://${hostOf(authority).slice(0, 60)}/`,
    };
  return faultOfHost(hostOf(authority));
}

const hostOf = (authority: string): string => authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase();

function faultOfHost(host: string): Fault | null {
  if (QUAD.test(host) || /^\[[\da-f:.]+\]$/i.test(host)) return null;
  const labels = host.replace(/\.$/, '').split('.');
  const cure = '核对是哪个网站，从它的地址栏重新复制';
  if (labels.some((label) => label.startsWith('xn--')))
    return { rule: 'link-disguised', message: `网站名“${host.slice(0, 40)}”是编过码的，看不出是哪里`, cure };
  if (labels.some((label) => !NAME.test(label)))
    return { rule: 'link-disguised', message: `网站名“${host.slice(0, 40)}”里有形似的别种字符`, cure };
  return /^(?:0x[\da-f]+|\d+)$/i.test(labels.at(-1) ?? '')
    ? { rule: 'link-disguised', message: `网站名“${host.slice(0, 40)}”是数字写法，看不出是哪里`, cure }
    : null;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Why the words of a link deceive about where it leads, or null: they show one address, and it goes to another. */
export function faultOfWords(words: string, url: string): Fault | null {
  const text = words.normalize('NFKC');
  const [mail] = MAIL.exec(text) ?? [];
  if (mail && /^mailto:/i.test(url)) {
    const [, to = ''] = /^mailto:([^?]*)/i.exec(decoded(url)) ?? [];
    return to.toLowerCase() === mail.toLowerCase() ? null : disguised(mail, to);
  }
  const [, named, bare] = SHOWN.exec(text) ?? [];
  const shown = (named ?? bare)?.toLowerCase().replace(/^www\.|\.$/g, '');
  if (!shown) return null;
  const [, authority] = ADDRESS.exec(url) ?? [];
  const host = authority === undefined ? '' : hostOf(authority).replace(/^www\./, '');
  return host === shown || host.endsWith(`.${shown}`) ? null : disguised(shown, host || url);
}

const disguised = (shown: string, real: string): Fault => ({
  rule: 'link-disguised',
  message: `链接的文字是“${shown.slice(0, 40)}”，却通向“${real.slice(0, 40)}”`,
  cure: '文字和网址写成同一个地方，或把文字换成网页的名称',
});
