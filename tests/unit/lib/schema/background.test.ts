import { describe, expect, test } from 'vitest';
import { backgroundSchema, LONGEST_BACKGROUND } from '../../../../src/lib/schema/background.ts';

const SEEN = {
  text: '全国都有。',
  title: '决定',
  issuer: '某机构',
  date: '2015-11-29',
  url: 'https://example.com/a',
};
const { url: _, ...WITHOUT } = SEEN;
const faults = (data: object) =>
  backgroundSchema.safeParse(data).error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`) ?? [];

describe('a background', () => {
  test.each([
    ['names its source', SEEN],
    ['says why its address could not be checked', { ...WITHOUT, unseen: '没有上网' }],
    ['says where no source was found', { text: '不详。', notFound: '三处网站' }],
    ['is as long as it may be', { ...SEEN, text: '长'.repeat(LONGEST_BACKGROUND) }],
  ])('%s', (_name, data) => expect(faults(data)).toEqual([]));

  test.each([
    ['without a source', { text: '全国都有。' }, 'title：'],
    ['without an issuer', { ...SEEN, issuer: undefined }, 'issuer：'],
    ['without a date', { ...SEEN, date: undefined }, 'date：'],
    ['without an address or a reason', WITHOUT, 'url：'],
    ['with an address and a reason', { ...SEEN, unseen: '没有上网' }, 'unseen：'],
    ['found and not found', { ...SEEN, notFound: '三处网站' }, 'title：写了 notFound'],
    ['with a path of this site', { ...SEEN, url: '/about/' }, 'url：应是完整的网址'],
    ['with an address that runs', { ...SEEN, url: 'javascript:alert(1)' }, 'url：应是完整的网址'],
    ['with an address without a host', { ...SEEN, url: 'https://' }, 'url：应是完整的网址'],
    ['too long', { ...SEEN, text: '长'.repeat(LONGEST_BACKGROUND + 1) }, 'text：太长：最多 120 个字'],
    ['without words', { ...SEEN, text: ' ' }, 'text：'],
  ])('%s is refused', (_name, data, says) => {
    const all = faults(data);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(says);
  });
});
