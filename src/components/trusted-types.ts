import { ASSETS, path } from '../lib/urls.ts';

/** As far as this module needs it: TypeScript's own types of the web do not know Trusted Types. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): object;
}

/** All the markup that Leaflet hands to the page as text: its look at what the browser can do, and its zoom buttons. */
const MARKUP: ReadonlySet<string> = new Set([
  '',
  '<svg/>',
  '<span aria-hidden="true">+</span>',
  '<span aria-hidden="true">&#x2212;</span>',
]);

/** Scripts of this site: what the build wrote, and the one that keeps the site for reading without a network. */
function isOwnScript(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin && (pathname === path('sw.js') || pathname.startsWith(path(`${ASSETS}/`)));
}

/**
 * Every page's policy demands Trusted Types: text becomes markup or the address of a script only where the policy
 * named here lets it pass, and it knows what it lets pass word for word. Whatever calls such a sink calls this first;
 * where nothing does, none of this is sent. Browsers that do not know Trusted Types are unaffected.
 */
export function nameTrusted(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createHTML: (text) => (MARKUP.has(text) ? text : null),
    createScriptURL: (address) => (isOwnScript(address) ? address : null),
  });
}
