import { describe, expect, test } from 'vitest';
import { readLists } from '../../../src/editing/files/read-on-site.ts';
import { type SplitAnswer, splitLists } from '../../../src/editing/split.ts';
import type { ContentFile } from '../../../src/lib/manuscript/paths.ts';

const person = (id: string, more = '') => `{ id: ${id}, name: 名${id}, role: 职务, county: luhe${more} }`;
const list = (...lines: string[]): ContentFile => ({ path: 'people.yaml', text: `people:\n${lines.join('\n')}\n` });

/** The folder as it is afterwards. */
function apply(files: readonly ContentFile[], answers: readonly SplitAnswer[]): ContentFile[] {
  const done = answers.flatMap((answer) => ('fault' in answer ? [] : [answer]));
  const kept = files.filter(({ path }) => !done.some((answer) => answer.list.path === path));
  const rests = done.flatMap(({ list: { path }, rest }) => (rest === null ? [] : [{ path, text: rest }]));
  return [...kept, ...rests, ...done.flatMap(({ entries }) => entries)];
}

const peopleIn = (files: readonly ContentFile[]) =>
  readLists(files, 'people').flatMap(({ rows }) => rows.map(({ row }) => ({ ...row, order: undefined })));

describe('a list that is split', () => {
  test.each([
    ['in the order of its ids', [list(`  - ${person('a')}`, `  - ${person('b')}`)]],
    ['in another order', [list(`  - ${person('b')}`, `  - ${person('a')}`, `  - ${person('c')}`)]],
    [
      'with places of its own',
      [list(`  - ${person('b')}`, `  - ${person('a', ', order: 3')}`, `  - ${person('0c')}`.replace('0c', 'c'))],
    ],
    [
      'beside entries that have files',
      [
        list(`  - ${person('m')}`, `  - ${person('n')}`),
        { path: 'people/a.yaml', text: 'name: 甲\nrole: 职务\ncounty: luhe\n' },
        { path: 'people/z.yaml', text: 'name: 末\nrole: 职务\ncounty: luhe\norder: 7\n' },
      ],
    ],
    [
      'over several lines',
      [list('  - id: b', '    name: 乙', '    role: "职务: 二"', '    county: luhe', `  - ${person('a')}`)],
    ],
  ])('%s says the same in the same order, and is split once', (_, files) => {
    const after = apply(files, splitLists(files));
    expect(after.filter(({ path }) => path === 'people.yaml')).toEqual([]);
    expect(peopleIn(after)).toEqual(peopleIn(files));
    expect(splitLists(after)).toEqual([]);
  });

  test('keeps every comment with what it speaks of', () => {
    const files = [
      {
        path: 'people.yaml',
        text: `# 只登记公职人员。\npeople:\n  # 先到的\n  - { id: b, name: 乙, role: 职务, county: luhe } # 已核对\n  # 后到的\n  - id: a # 编号待定\n    name: 甲\n    role: 职务 # 照原报\n    county: luhe\n  # 到此为止\n`,
      },
    ];
    const after = apply(files, splitLists(files));
    const textOf = (path: string) => after.find((file) => file.path === path)?.text;
    expect(textOf('people/b.yaml')).toBe('# 先到的\n# 已核对\n\nname: 乙\nrole: 职务\ncounty: luhe\norder: 10\n');
    for (const words of ['后到的', '编号待定', '照原报']) expect(textOf('people/a.yaml')).toContain(`# ${words}`);
    expect(textOf('people.yaml')).toBe('# 只登记公职人员。\n# 到此为止\npeople: []\n');
    expect(splitLists(after)).toEqual([]);
  });

  test('keeps places under their county', () => {
    const files = [
      {
        path: 'places/luhe.yaml',
        text: 'places:\n  - { id: town, name: 镇, level: township, point: [110.5, 30.25] }\n',
      },
    ];
    expect(apply(files, splitLists(files))).toEqual([
      { path: 'places/luhe/town.yaml', text: 'name: 镇\nlevel: township\npoint: [110.5, 30.25]\n' },
    ]);
  });

  test('keeps in the list what no file may be called by', () => {
    const files = [list(`  - ${person('con')}`, `  - ${person('a')}`)];
    const after = apply(files, splitLists(files));
    expect(after.map(({ path }) => path)).toEqual(['people.yaml', 'people/a.yaml']);
    expect(peopleIn(after)).toEqual(peopleIn(files));
    expect(splitLists(after)).toEqual([]);
  });

  test.each([
    ['has a fault', [list('  - { id: a }')], /第 2 行有错，先运行 npm run check/],
    [
      'has an entry twice',
      [list(`  - ${person('a')}`), { path: 'people/a.yaml', text: 'name: 甲\nrole: 职务\ncounty: luhe\n' }],
      /people\/a\.yaml 已经有了，同一个编号登记了两次/,
    ],
  ])('is left alone where it %s', (_, files, says) => {
    expect(splitLists(files)).toEqual([{ list: files[0], fault: expect.stringMatching(says) }]);
  });
});
