import { describe, expect, test } from 'vitest';
import { licence as siteLicence } from '#archive';
import { canonicalLicence } from '../../../src/lib/schema/licences.ts';
import {
  describeLicence,
  feedRights,
  fullTextGround,
  rightsMetadata,
  rightsOf,
  rightsText,
  SITE_RIGHTS,
} from '../../../src/site/rights.ts';

const commons = 'https://creativecommons.org/';
const of = (written: string) => describeLicence(canonicalLicence(written) ?? '');

describe('a licence is called by its plain name and leads to its text', () => {
  test.each([
    [
      'CC-BY-NC-4.0',
      'CC BY-NC 4.0 署名—非商业性使用',
      `${commons}licenses/by-nc/4.0/`,
      `${commons}licenses/by-nc/4.0/deed.zh-hans`,
    ],
    [
      'CC-BY-SA-3.0-DE',
      'CC BY-SA 3.0 DE 署名—相同方式共享',
      `${commons}licenses/by-sa/3.0/de/`,
      `${commons}licenses/by-sa/3.0/de/deed.zh-hans`,
    ],
    [
      `${commons}licenses/by-nd/3.0/cn/`,
      'CC BY-ND 3.0 CN 署名—禁止演绎',
      `${commons}licenses/by-nd/3.0/cn/`,
      `${commons}licenses/by-nd/3.0/cn/deed.zh-hans`,
    ],
    ['公有领域', '公有领域', `${commons}publicdomain/mark/1.0/`, `${commons}publicdomain/mark/1.0/deed.zh-hans`],
    [
      '孤儿作品',
      '版权所有·孤儿作品，权利人不明或无从联系',
      'http://rightsstatements.org/vocab/InC-RUU/1.0/',
      'https://rightsstatements.org/page/InC-RUU/1.0/',
    ],
    [
      'CNE',
      '版权状况未评估',
      'http://rightsstatements.org/vocab/CNE/1.0/',
      'https://rightsstatements.org/page/CNE/1.0/',
    ],
    ['MIT', 'MIT', 'https://spdx.org/licenses/MIT.html', 'https://spdx.org/licenses/MIT.html'],
    ['authorised', '版权所有·经授权刊出', null, null],
  ])('%s', (written, name, uri, href) => {
    expect(of(written)).toMatchObject({ name, uri, href });
  });

  test('our own work by the licence of the site', () => {
    const own = describeLicence('own');
    expect(own.name).toMatch(/^本站作品/);
    expect(own.uri).toBe(SITE_RIGHTS && describeLicence(SITE_RIGHTS.licence).uri);
  });
});

describe('the rights in a story', () => {
  test('are its own, else those of a text printed by permission, else those of the site', () => {
    const rights = { licence: 'CC-BY-NC-4.0', holder: '某某' };
    expect(rightsOf({ text: 'full', rights })).toBe(rights);
    expect(rightsOf({ text: 'full' })).toEqual({ licence: 'authorised' });
    expect(rightsOf({ text: 'retold' })).toBe(SITE_RIGHTS);
    expect(SITE_RIGHTS?.licence).toBe(siteLicence?.id);
  });

  test('in one line, and for feeds', () => {
    const rights = { licence: 'CC-BY-NC-4.0', holder: '某某', statement: '转载请先联系' };
    expect(rightsText(rights)).toBe('CC BY-NC 4.0 署名—非商业性使用。权利人：某某。转载请先联系');
    expect(rightsText(null)).toBe('');
    expect(feedRights({ text: 'full', rights })).toEqual({
      rights: rightsText(rights),
      license: `${commons}licenses/by-nc/4.0/`,
    });
    expect(feedRights({ text: 'full' })).toEqual({ rights: '版权所有·经授权刊出', license: null });
  });

  test('as schema.org has them', () => {
    expect(rightsMetadata({ licence: 'CC-BY-4.0', holder: '某某' })).toEqual({
      license: `${commons}licenses/by/4.0/`,
      copyrightHolder: '某某',
      copyrightNotice: '© 某某',
    });
    expect(rightsMetadata({ licence: 'CC-PDM-1.0', holder: '某某' })).not.toHaveProperty('copyrightNotice');
    expect(rightsMetadata({ licence: 'authorised', statement: '© 2021 某报' })).toEqual({
      copyrightNotice: '© 2021 某报',
    });
  });

  test.each([
    ['authorised', 'authorised'],
    ['own', 'own'],
    ['CC0-1.0', 'publicDomain'],
    ['公有领域', 'publicDomain'],
    ['CC-BY-SA-4.0', 'licensed'],
    ['InC', 'stated'],
  ])('say on which ground a full text stands: %s', (written, ground) => {
    expect(fullTextGround({ licence: canonicalLicence(written) ?? '' })).toBe(ground);
  });
});
