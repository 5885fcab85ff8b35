/** Schemes a link may have; anything else without a scheme must be a path of this site or an anchor. */
const SCHEMES = /^(https?|mailto|tel):/i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const UNSAFE_IN_URL = /[\p{Cc}\p{Zs}\\]/u;

/** Whether a link leads to http(s), mail, telephone, or a place on this site. An allowlist: tricks are endless. */
export function isSafeUrl(url: string): boolean {
  if (UNSAFE_IN_URL.test(url)) return false;
  return ANY_SCHEME.test(url) ? SCHEMES.test(url) : !url.startsWith('//');
}

/** Whether a text is a whole address on the web, which can be opened from anywhere. */
export const isWebAddress = (url: string): boolean =>
  isSafeUrl(url) && /^https?:\/\/[^/?#]/i.test(url) && URL.canParse(url);
