import { type Basemap, tileHosts } from './basemap.ts';

/**
 * What each page may do, but for scripts and styles, whose hashes Astro adds: from this origin alone, class by class,
 * and nothing that is not named; the service worker is a script. Text becomes markup or the address of a script only by the one policy of Trusted Types
 * that src/components/trusted-types.ts makes.
 */
export const policyDirectives = (basemap: Basemap | null) =>
  [
    "default-src 'none'",
    // Leaflet puts an empty picture in the place of a tile that is no longer wanted.
    `img-src 'self'${tileHosts(basemap).map((host) => ` ${host}`)}${basemap ? ' data:' : ''}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ] as const;
