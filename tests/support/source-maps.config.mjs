// The site's own configuration, and a map beside each script that says what it was made of.
import site from '../../astro.config.mjs';

export default { ...site, vite: { ...site.vite, build: { ...site.vite.build, sourcemap: true } } };
