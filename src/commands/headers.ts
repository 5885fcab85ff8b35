// npm run headers -- --out <folder>: what servers and hosts have to be told, read from the built site.
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { apache } from '../hosting/apache.ts';
import { caddy } from '../hosting/caddy.ts';
import { iis } from '../hosting/iis.ts';
import { headersFile, limitsMet, redirectsFile } from '../hosting/netlify.ts';
import { nginx } from '../hosting/nginx.ts';
import { refusal, writeInto } from '../hosting/output.ts';
import { precompress } from '../hosting/precompress.ts';
import { hostingOf } from '../hosting/rules.ts';
import { readSite } from '../hosting/site.ts';
import { vercel } from '../hosting/vercel.ts';
import { ASSETS } from '../lib/urls.ts';
import { config } from '../site/config.ts';
import { callerPath, EXIT, readArguments, runCommand, UsageError } from './terminal.ts';

const USAGE = `用法：npm run headers -- --out 文件夹 [选项]
  --out 文件夹       配置写到这里：新的、空的，或上次写过、没有改动过的文件夹
  --dist 文件夹      生成好的网站，不写就是 OUT_DIR 或 dist
  --root /srv/site   服务器上网站所在的文件夹（nginx、Caddy），不写就是 --dist
  --listen 80        服务器监听的地址和端口（nginx、Caddy）
  --hsts             让浏览器两年内只用 https 访问；确定一直有 https 才加
  --precompress      顺便在网站里的文本旁边写好压缩过的 .br 和 .gz`;
const OPTIONS = {
  out: { type: 'string' },
  dist: { type: 'string' },
  root: { type: 'string' },
  listen: { type: 'string' },
  hsts: { type: 'boolean', default: false },
  precompress: { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What is written on a line of a configuration must not end it. */
function plainLine(option: string, value: string): string {
  if (value === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value))
    throw new UsageError(`${option} 不能空着，也不能换行\n${USAGE}`);
  return value;
}

await runCommand(() => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  if (!values.out) throw new UsageError(`没有写 --out\n${USAGE}`);
  const { contentFolder, outFolder } = config();
  const dist = values.dist === undefined ? outFolder : callerPath(plainLine('--dist', values.dist));
  const out = callerPath(plainLine('--out', values.out));
  const reason = refusal(out, dist, { project: process.cwd(), content: contentFolder, home: homedir() });
  if (reason) throw new UsageError(`不能写到 ${values.out}：${reason}；请换一个新的文件夹`);
  if (values.listen !== undefined && !/^[\w.:[\]-]+$/.test(values.listen))
    throw new UsageError(`--listen 要写成 80 或 127.0.0.1:8080 这样\n${USAGE}`);
  if (values.root !== undefined) plainLine('--root', values.root);
  const site = readSite(dist, ASSETS);
  if (!site) throw new UsageError(`${dist} 里没有生成好的网站，先运行 npm run build`);
  if (values.precompress) {
    const { files, plain, packed } = precompress(dist);
    console.log(`已压缩 ${files} 个文本，共 ${kilobytes(plain)}，压成 ${kilobytes(packed)}。`);
  }
  const hosting = hostingOf(site, { hsts: values.hsts });
  const root = values.root === undefined ? realpathSync(dist) : values.root.replace(/(?<=.)\/+$/, '');
  const files = {
    'nginx.conf': nginx(hosting, { root, listen: values.listen ?? '80' }),
    Caddyfile: caddy(hosting, { root, listen: values.listen ?? '' }),
    'apache.htaccess': apache(hosting),
    _headers: headersFile(hosting),
    ...(hosting.moved.length > 0 ? { _redirects: redirectsFile(hosting) } : {}),
    'vercel.json': vercel(hosting),
    'web.config': iis(hosting),
  };
  writeInto(out, files);
  for (const name of Object.keys(files)) console.log(join(values.out, name));
  console.log(`按 ${site.origin}${site.base} 写成；怎么用，见 README 的“放到哪里”。`);
  for (const note of limitsMet(hosting)) console.log(note);
  return EXIT.fine;
});

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
