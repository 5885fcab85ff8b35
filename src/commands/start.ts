// npm start: builds the site and serves it on localhost until Ctrl-C. Honours PORT, BASE_PATH, SITE_URL and OUT_DIR.
import * as archive from '#archive';
import { config } from '../site/config.ts';
import { buildSite } from './build-site.ts';
import { createSiteServer, freePort } from './static-server.ts';
import { EXIT, runCommand } from './terminal.ts';

await runCommand(async () => {
  const { basePath, outFolder, port: wanted, siteUrl, hasSiteUrl } = config();
  const port = await freePort(wanted);
  const origin = `http://localhost:${port}`;
  if (!(await buildSite({ siteUrl: hasSiteUrl ? siteUrl : origin }))) return EXIT.problems;
  createSiteServer({ folder: outFolder, base: basePath }).listen(port, 'localhost', () => {
    if (!hasSiteUrl)
      console.log(
        `\n没有设 SITE_URL：${outFolder} 里这一版的网址都写成 ${origin}，只能在这台电脑上看，不要拿去发布；要发布，设好网址再运行 npm run build`,
      );
    console.log(`\n${archive.name} → ${origin}${basePath}    (Ctrl-C ends it)`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  return 0;
});
