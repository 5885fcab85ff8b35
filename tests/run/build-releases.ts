// node src/commands/run.mjs tests/run/build-releases.ts: three releases of one small site, as it is published again and
// again, for the tests of what an open page and a saved one do then. Exits 1 where one does not build.
import '../support/own-environment.ts';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runPackage } from '../../src/commands/command.ts';
import { INDEXED, RELEASES, RELEASES_FOLDER } from './test-builds.ts';

const ARCHIVE = 'tests/fixtures/archive';
/** What a build needs of the project. */
const PROGRAM = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'LICENSE'];

/** @param project whose program builds */
async function build(project: string, content: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const env = {
    CONTENT_DIR: resolve(content),
    OUT_DIR: resolve(folder),
    BASE_PATH: '/',
    SITE_URL: 'http://localhost',
    ...INDEXED,
  };
  const { code, output } = await runPackage('astro', ['build', '--root', project], { quiet: true, env });
  if (code === 0) return;
  console.log(output.trim());
  process.exit(1);
}

/** A story more, whose address is before all others': every number of a page is another one then. */
function changeContent(content: string): void {
  cpSync(ARCHIVE, content, { recursive: true });
  const folder = join(content, 'stories/qingtan');
  const story = readFileSync(join(folder, 'qingtan-bridge.mdx'), 'utf8');
  const added = story.replace(/^title: .*$/m, 'title: 又一座桥').replace('便桥通了车', '新的便桥也通了车');
  writeFileSync(join(folder, 'a-second-bridge.mdx'), added);
}

/** The same content by another program: an index of smaller chunks, and a page whose scripts say something else. */
function changeProgram(project: string): void {
  for (const part of PROGRAM) cpSync(part, join(project, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'), 'junction');
  for (const [file, own, other] of [
    ['src/search/index/pagefind.ts', "'2000'", "'500'"],
    ['src/lib/words/zh-Hans/search.ts', '正在查找', '正在找'],
    ['src/lib/words/zh-Hans/map.ts', "'关闭'", "'关上'"],
    ['src/lib/words/zh-Hans/timeline.ts', '清除筛选', '去掉筛选'],
  ] as const) {
    const text = readFileSync(join(project, file), 'utf8');
    if (!text.includes(own)) throw new Error(`${file} does not say ${own} any more`);
    writeFileSync(join(project, file), text.replace(own, other));
  }
}

rmSync(RELEASES_FOLDER, { recursive: true, force: true });
const [content, project] = [join(RELEASES_FOLDER, 'manuscripts'), join(RELEASES_FOLDER, 'program')];
changeContent(content);
changeProgram(project);
await build('.', ARCHIVE, RELEASES.old);
await build('.', content, RELEASES.content);
await build(project, ARCHIVE, RELEASES.program);
