import { describe, expect, test } from 'vitest';
import { readYaml, validate } from '../../../../src/lib/manuscript/frontmatter.ts';
import { archiveOf } from '../../../../src/lib/schema/archive.ts';
import { type SiteData, siteSchema } from '../../../../src/lib/schema/site.ts';

const read = (text: string) => validate(siteSchema, readYaml(text, 1));
const siteOf = (text: string): SiteData => {
  const { value, findings } = read(text);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
};

describe('site.yaml', () => {
  test.each([
    ['language: fr', 2, /只能是|应是|类型/],
    ['language: [en, en]', 2, /同一种语言写了两次/],
    ['timeZone: Asia/Nowhere', 2, /时区/],
    ['contact: bianji', 2, /网址或邮箱/],
    ['contact: "javascript:alert(1)"', 2, /网址或邮箱/],
    ['logo: ../secret.svg', 2, /内容文件夹里的路径/],
    ['logo: site/../../secret.svg', 2, /内容文件夹里的路径/],
    ['logo: https://example.org/logo.svg', 2, /内容文件夹里的路径/],
    ['icon: site/icon.png', 2, /site\/icon\.svg/],
    ['colours: { light: { place: "#ffff00" } }', 2, /与 paper 的对比只有 1\.\d+，看不清/],
    ['colours: { dark: { ink: "#444444" } }', 2, /看不清/],
    ['colours: { light: { paper: red } }', 2, /六位颜色/],
    ['faces: { song: ["x; } body { display: none"] }', 2, /只写字体的名字/],
    ['genres: {}', 2, /至少写一项/],
    ['front: [lead, ads]', 2, /只能是/],
    ['licence: { id: CC-BY-5.0 }', 2, /认不出这种许可/],
    ['licens: { id: CC0-1.0 }', 2, /不认识的栏目/],
  ])('%s is refused where it stands', (line, at, words) => {
    const { value, findings } = read(`name: 试\n${line}\n`);
    expect(value).toBeNull();
    expect(findings[0]).toMatchObject({ line: at });
    expect(`${findings[0]?.message}${findings[0]?.cure ?? ''}`).toMatch(words);
  });

  test('a name is all that must be there', () => {
    expect(read('tagline: 试\n').findings).toMatchObject([{ message: expect.stringContaining('没有填写') }]);
    expect(read('name: 试\n').findings).toEqual([]);
  });
});

describe('what an archive is', () => {
  test('of no file: it grants nothing, promises nothing, has no number', () => {
    const archive = archiveOf({});
    expect(archive).toMatchObject({
      licence: null,
      tagline: '',
      colophon: '',
      logo: null,
      filings: { icp: null, police: null, permits: [], reports: null },
    });
    expect(Object.keys(archive.genres)).toContain('report');
  });

  test('has the natures and provenances of sources that are common, and its own behind them', () => {
    const own = archiveOf(siteOf('name: 试\nsourceNatures: { contributed: 读者来信, wall: 墙报 }\n'));
    expect(own.sourceNatures).toMatchObject({ 'party-newspaper': { name: '党报' }, contributed: { name: '读者来信' } });
    expect(Object.keys(own.sourceNatures).at(-1)).toBe('wall');
    expect(own.provenances).toEqual(archiveOf({}).provenances);
  });

  test('in the language that is asked for, and where there is no such text in the nearest', () => {
    const site = siteOf(
      'name: { zh-Hans: 河谷旧事, en: Valley }\nlanguage: [zh-Hans, en]\nunit: { name: 流域 }\ngenres: { letter: { name: { zh-Hans: 书信, en: Letter } }, talk: 口述 }\n',
    );
    expect(archiveOf(site)).toMatchObject({
      language: 'zh-Hans',
      name: '河谷旧事',
      genres: { letter: { name: '书信' } },
    });
    expect(archiveOf(site, 'en')).toMatchObject({
      name: 'Valley',
      genres: { letter: { name: 'Letter' }, talk: { name: '口述' } },
      unit: { name: '流域', group: '流域', short: null, levels: ['流域'] },
    });
    expect(archiveOf(site, 'zh-Hant').name).toBe('河谷旧事');
  });

  test('numbers under which authorities have it lead to where they are looked up', () => {
    const { filings } = archiveOf(
      siteOf(
        'name: 试\nfilings: { icp: { number: 京ICP备12345678号-1 }, police: { number: 京公网安备 11010802012345号 }, reports: "010-12345678" }\n',
      ),
    );
    expect(filings.icp).toEqual({ number: '京ICP备12345678号-1', url: 'https://beian.miit.gov.cn/' });
    expect(filings.police?.url).toMatch(/code=11010802012345$/);
    expect(filings.reports).toBe('010-12345678');
  });
});
