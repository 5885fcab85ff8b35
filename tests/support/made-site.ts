import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cspHash } from '../../src/site/csp-hash.ts';

const page = (base: string, { title = '', style = '', embeddable = false, address = '' }): string => {
  const policy = `default-src 'none';img-src 'self';base-uri 'none';script-src 'self';style-src 'self' '${cspHash(style)}'`;
  return `<!DOCTYPE html><html lang="zh-CN"${embeddable ? ' data-embeddable' : ''}><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><title>${title}</title><link rel="canonical" href="https://chronicle.example${base}${address}"><style>${style}</style></head><body>${`<p>${title}，写得长一些，好让压缩有用。</p>`.repeat(40)}</body></html>`;
};

/** Of each kind of path that servers tell apart, in a folder of its own: what a build writes, made small. */
export function makeSite(base: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
  // Servers that are started by root read it as somebody else.
  chmodSync(folder, 0o755);
  const site = join(folder, 'site');
  const files: Record<string, string | Buffer> = {
    'index.html': page(base, { title: '首页' }),
    '404.html': page(base, { title: '没有这一页', style: 'p{color:red}', address: '404/' }),
    'stories/bai/index.html': page(base, { title: '一篇', style: 'p{color:blue}', address: 'stories/bai/' }),
    '中文 名/index.html': page(base, { title: '中文路径', address: '中文 名/' }),
    'map/embed/index.html': page(base, { title: '地图', style: 'p{margin:0}', embeddable: true, address: 'map/' }),
    'practices/old/index.html': page(base, { title: '已移走', address: 'practices/' }).replace(
      '<title>',
      `<meta http-equiv="refresh" content="0;url=${base}practices/#old"><title>`,
    ),
    'stories/gone/index.html': page(base, { title: '撤下的一篇' }).replace(
      '<title>',
      '<meta name="robots" content="noindex" data-gone><title>',
    ),
    'stories/bai/cite.json': '[]',
    'stories/bai/story.json': `{"title":"${'县'.repeat(60)}"}\n`,
    'data/articles.csv': `\u{feff}title\r\n${'县'.repeat(60)}\r\n`,
    'map/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'map/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'map/c.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'map/d.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'map/e.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/app.1a2b3c.js': `export const words = ${JSON.stringify('一样的话'.repeat(60))};\n`,
    'assets/search/v1/index.pf_index': Buffer.from([0x1f, 0x8b, 0, 1, 2, 3]),
    'assets/tiny.2b.json': '1',
    'sw.js': `// ${'worker '.repeat(60)}\n`,
    'release.json': '{"release":"1"}\n',
    'feed.atom': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${'<a/>'.repeat(60)}</feed>\n`,
    'site.webmanifest': `{"name":"${'县'.repeat(60)}"}\n`,
    'favicon.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<g></g>'.repeat(60)}</svg>\n`,
    'share.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    '.county-chronicle.json': '{}',
    '.git/config': 'secret',
    'empty/.keep': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync(join(folder, 'outside.txt'), join(site, 'link.txt'));
  return site;
}
