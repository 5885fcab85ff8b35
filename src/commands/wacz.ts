// npm run wacz: the built site as a web archive, which replays in ReplayWeb.page and others.

import { zipFiles } from '../keeping/pack.ts';
import { makeWacz } from '../keeping/wacz.ts';
import { MARK } from '../site/search-address.ts';
import { openBuilt, shown } from './built.ts';
import { callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run wacz [-- 选项]
  把生成好的网站做成网页存档 WACZ，可以用 ReplayWeb.page 一类的程序重放，检索也在内
  --out 文件      写到这里，不写就是 .cache/keeping/site.wacz
  --dist 文件夹   生成好的网站，不写就是 OUT_DIR 或 dist
  --url 网址      网站的网址；生成时设过 SITE_URL 的，不用写`;
const OPTIONS = {
  out: { type: 'string', default: '' },
  dist: { type: 'string' },
  url: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Stored as they are: what replays reads parts of them where they lie. */
const STORED = /\.(?:gz|cdxj)$/;

function addressOf(url: string, base: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`--url ${url} 不是网址：要写成 https://example.org\n${USAGE}`);
  return new URL(base, url).href;
}

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const site = openBuilt(values.dist, USAGE);
  const address = values.url === undefined ? site.address : addressOf(values.url, site.base);
  if (address === null)
    throw new UsageError(`这一版生成时没有设 SITE_URL，不知道存档里该写什么网址；设好再生成，或者写 --url\n${USAGE}`);
  const file = values.out ? callerPath(values.out) : '.cache/keeping/site.wacz';
  const bytes = zipFiles(await makeWacz(site, address, MARK), (path) => STORED.test(path));
  writeWhole(file, bytes);
  console.log(`${shown(file)}　${address}　${site.files.length} 个文件　${Math.ceil(bytes.length / 1000)} kB`);
  return EXIT.fine;
});
