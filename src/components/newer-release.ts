import { ASSETS, path } from '../lib/urls.ts';

/**
 * What the page's own address gives now: a page that names the same files, one of a newer release that names others, or
 * nothing, or nothing of ours.
 */
export type Release = 'same' | 'newer' | 'unreachable';

/** Milliseconds after which nobody waits any more to be told why something did not come. */
const PATIENCE = 5000;

/**
 * Asked when a file did not come, to say why.
 * @param address of a file that the page names beside its scripts
 */
export function lookForNewer(address = ''): Promise<Release> {
  const late = new Promise<Release>((resolve) => setTimeout(resolve, PATIENCE, 'unreachable'));
  return Promise.race([look(address), late]);
}

async function look(address: string): Promise<Release> {
  const scripts = [...document.querySelectorAll('script[src]')];
  const named = [address, ...scripts.map((script) => script.getAttribute('src') ?? '')];
  try {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    const html = await response.text();
    if (!response.ok || !html.includes(`${path(ASSETS)}/`)) return 'unreachable';
    return named.every((one) => html.includes(one)) ? 'same' : 'newer';
  } catch {
    return 'unreachable';
  }
}
