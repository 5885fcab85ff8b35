import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that CONTENT_DIR may name by mistake, made by `makeStates`, and what is said of each. */
export const FOLDER_STATES: readonly { name: string; path: string; says: RegExp }[] = [
  {
    name: 'a wrong path',
    path: 'nowhere',
    says: /^找不到内容文件夹 .*nowhere；核对 CONTENT_DIR，或者新建一个：npm run init -- /,
  },
  { name: 'a path below a file', path: 'file.txt/below', says: /^找不到内容文件夹 .*file\.txt 是一个文件/ },
  { name: 'a link to nowhere', path: 'dangling', says: /^找不到内容文件夹/ },
  { name: 'a file', path: 'file.txt', says: /是一个文件，内容文件夹（CONTENT_DIR）要写文件夹的路径$/ },
  { name: 'an empty folder', path: 'empty', says: /^内容文件夹 .*empty 里还没有档案；新建一个：npm run init -- / },
  { name: 'an empty repository', path: 'bare', says: /里还没有档案；新建一个/ },
  { name: 'a repository with a README alone', path: 'readme', says: /里还没有档案；另选一个空文件夹新建/ },
  { name: 'a Hugo site', path: 'hugo', says: /不是档案，像是 Hugo 的网站；核对 CONTENT_DIR/ },
  { name: 'a Jekyll site', path: 'jekyll', says: /像是 Jekyll 的网站/ },
  { name: 'any other folder', path: 'other', says: /里没有 stories\/、counties\/ 或 site\.yaml，不是档案；/ },
  // Whoever is root may read everything.
  ...(process.getuid?.() === 0
    ? []
    : [{ name: 'a folder that nobody may read', path: 'closed', says: /打不开，没有权限：在它的属性里允许读取/ }]),
];

/** Makes them in a folder, with some that are archives: `one`, `site`, `people`, `我的 档案`, and `link`, which leads to `one`. */
export function makeStates(folder: string): void {
  const put = (path: string, text = '') => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('file.txt', '文字');
  symlinkSync('gone', join(folder, 'dangling'));
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'bare/.git'), { recursive: true });
  put('readme/README.md', '# 说明');
  put('hugo/hugo.toml', 'title = "a"');
  put('hugo/archetypes/default.md');
  put('hugo/content/posts/a.md', '# a');
  put('jekyll/_config.yml');
  put('other/notes.txt', '文字');
  put('closed/site.yaml', 'name: 河');
  chmodSync(join(folder, 'closed'), 0);
  cpSync('tests/fixtures/content', join(folder, 'one'), { recursive: true });
  cpSync('tests/fixtures/content', join(folder, '我的 档案'), { recursive: true });
  put('site/site.yaml', 'name: 河');
  put('people/people/a.yaml', 'name: 甲\nrole: 记者\ncounty: jianan\n');
  symlinkSync('one', join(folder, 'link'));
}
