import { createHash } from 'node:crypto';

/** The hash by which a policy lets in one inline script or style, as Astro takes it: without quotes. */
export const cspHash = (text: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
