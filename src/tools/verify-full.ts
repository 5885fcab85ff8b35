// npm run verify:full: what is too slow or too noisy for every test run. The W3C's validator over every page, and
// Lighthouse for a phone on front, story and county page. Exits 1 unless there are no errors and all scores are 100.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowser } from './browser.ts';
import { runPackage } from './command.ts';
import { CATEGORIES, measure } from './lighthouse.ts';
import { createSiteServer, freePort } from './static-server.ts';
import { SITE } from './test-builds.ts';
import { validate } from './vnu.ts';

const RUNS = 5;

const { code } = await runPackage('astro', ['build'], { env: { OUT_DIR: SITE.folder, BASE_PATH: SITE.base } });
if (code !== 0) process.exit(code);

console.log('\n== vnu on every page');
const errors = await validate(SITE.folder);
for (const error of errors ?? []) console.log(error);
console.log(errors ? `${errors.length} errors` : 'skipped: there is no java on this machine');

console.log(`\n== Lighthouse, mobile, performance as the median of ${RUNS}`);
const chromium = await provideBrowser();
const port = await freePort(4341);
const server = createSiteServer(SITE).listen(port, 'localhost');
const [story = ''] = readdirSync(join(SITE.folder, 'stories'))
  .filter((name) => !name.includes('.'))
  .sort();
const [county = ''] = readdirSync(join(SITE.folder, 'counties'))
  .filter((name) => !name.includes('.'))
  .sort();
const pages = ['', `stories/${story}/`, `counties/${county}/`];
const rows = [];
for (const page of pages) {
  const scores = await measure(`http://localhost:${port}${SITE.base}${page}`, RUNS, chromium);
  rows.push({ page: `/${page}`, ...scores });
}
server.close();
console.table(rows);

const perfect = rows.every((row) => CATEGORIES.every((category) => row[category] === 100));
process.exitCode = perfect && (errors ?? []).length === 0 ? 0 : 1;
