// npm start: builds the site and serves it on localhost until Ctrl-C. Honours PORT, BASE_PATH, SITE_URL and OUT_DIR.
import { SITE } from '../lib/words/site.ts';
import { runPackage } from './command.ts';
import { createSiteServer, freePort } from './static-server.ts';

const environment = process.env;
const base = `/${environment.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
const port = await freePort(Number(environment.PORT || 4321));
const origin = `http://localhost:${port}`;

const { code } = await runPackage('astro', ['build'], { env: { SITE_URL: environment.SITE_URL || origin } });
if (code !== 0) process.exit(code);

const server = createSiteServer({ folder: environment.OUT_DIR || 'dist', base });
server.listen(port, 'localhost', () => console.log(`\n${SITE.name} → ${origin}${base}    (Ctrl-C ends it)`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
