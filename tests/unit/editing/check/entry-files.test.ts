import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { readOnSite } from '../../../../src/editing/files/read-on-site.ts';
import type { ContentFile } from '../../../../src/lib/manuscript/paths.ts';

const good = readContent('tests/fixtures/content');
const DAY = '2027-01-01';
const ENTRIES = [
  { path: 'people/li-si.yaml', text: '# 公职人员\nname: 李四\nrole: 记者\ncounty: jianan\nstandalone: true\n' },
  { path: 'places/jianan/west-town.yaml', text: 'name: 西镇\nlevel: township\nstandalone: true\n' },
  {
    path: 'places/jianan/west-village.yaml',
    text: 'name: 西村\nlevel: village\nparent: west-town\nstandalone: true\n',
  },
];

/** What is said of the good content with these files besides. */
const say = (...files: ContentFile[]) => {
  const paths = new Set(files.map(({ path }) => path));
  return checkContent([...good, ...ENTRIES.filter(({ path }) => !paths.has(path)), ...files], { day: DAY }).map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );
};

describe('a register of one file an entry, beside lists', () => {
  test('is fine, and a story may name what is in it', () => {
    expect(say()).toEqual([]);
    const naming = good.map((file) => ({ ...file, text: file.text.replace(/^people: .*$/m, 'people: [li-si]') }));
    const problems = checkContent([...naming, ...ENTRIES], { day: DAY });
    expect(problems.filter(({ rule }) => rule === 'id-unknown')).toEqual([]);
  });

  test('comes to the site as entries of a list do', () => {
    const { people, places } = readOnSite([...good, ...ENTRIES], { day: DAY, isPreview: false });
    expect(people.has('li-si')).toBe(true);
    expect(places.has('west-village')).toBe(true);
    const hidden = ENTRIES.map((file) => ({ ...file, text: file.text.replace('standalone: true\n', '') }));
    expect(readOnSite([...good, ...hidden], { day: DAY, isPreview: false }).people.has('li-si')).toBe(false);
  });

  test.each<[string, ContentFile, RegExp]>([
    [
      'a field that is wrong is told in its own file, at its line',
      { path: 'people/li-si.yaml', text: '# 公职人员\nname: 李四\nrole:\ncounty: jianan\n' },
      /^people\/li-si\.yaml:3 role：没有填写/,
    ],
    [
      'a county that is not there',
      { path: 'people/li-si.yaml', text: 'name: 李四\nrole: 记者\ncounty: nowhere\n' },
      /^people\/li-si\.yaml:3 没有编号为“nowhere”/,
    ],
    [
      'an id that is not that of the file',
      { path: 'people/li-si.yaml', text: 'id: li-wu\nname: 李四\nrole: 记者\ncounty: jianan\n' },
      /^people\/li-si\.yaml:1 id：写的是“li-wu”，文件名却是 li-si\.yaml/,
    ],
    [
      'a parent that is not there',
      { path: 'places/jianan/west-village.yaml', text: 'name: 西村\nlevel: village\nparent: north-town\n' },
      /^places\/jianan\/west-village\.yaml:3 同一名单里没有编号为“north-town”的地点/,
    ],
    [
      'places inside each other, over two files',
      { path: 'places/jianan/west-town.yaml', text: 'name: 西镇\nlevel: township\nparent: west-village\n' },
      /west-(?:town|village)\.yaml:3 “.+”（west-.+）绕了一圈又在自己里面/,
    ],
    [
      'a folder that is called by no county',
      { path: 'places/janan/south-town.yaml', text: 'name: 南镇\nlevel: township\n' },
      /^places\/janan\/south-town\.yaml:1 没有编号为“janan”的县区/,
    ],
    [
      'an id that a list has already',
      { path: 'people/zhang-san.yaml', text: 'name: 张三\nrole: 记者\ncounty: jianan\n' },
      /^people\/zhang-san\.yaml:1 编号 zhang-san 在 people\.yaml 里已经用过/,
    ],
    [
      'an id that the page of places has already',
      { path: 'places/jianan/jianan.yaml', text: 'name: 建安\nlevel: township\n' },
      /^places\/jianan\/jianan\.yaml:1 编号 jianan 在网页上另有用处/,
    ],
  ])('%s', (_, file, says) => {
    const list = {
      path: 'people.yaml',
      text: 'people:\n  - { id: zhang-san, name: 张三, role: 记者, county: jianan }\n',
    };
    const found = say(...(file.path === 'people/zhang-san.yaml' ? [list, file] : [file]));
    expect(found.filter((line) => says.test(line))).toHaveLength(1);
  });

  test('one that cannot be read is one fault: who names it has none', () => {
    const naming = good.map((file) => ({ ...file, text: file.text.replace(/^people: .*$/m, 'people: [li-si]') }));
    const broken = { path: 'people/li-si.yaml', text: 'name: [\n' };
    const problems = checkContent([...naming, broken, ...ENTRIES.slice(1)], { day: DAY });
    expect(problems.filter(({ rule }) => rule === 'id-unknown')).toEqual([]);
    expect(problems.filter(({ file }) => file === broken.path)).toHaveLength(1);
  });
});
