import { describe, expect, test } from 'vitest';
import { footNavigation, mainNavigation } from '../../../src/site/navigation.ts';

const NAMES = {
  stories: '故事',
  counties: '流域',
  practices: '做法',
  search: '检索',
  people: '人物',
  places: '地点',
  offline: '离线',
  about: '关于',
  contact: '报告',
};
const site = {
  filled: new Set(['stories', 'search', 'people', 'offline']),
  names: NAMES,
  pages: [
    { id: 'about', title: '缘起', isAtFoot: true },
    { id: 'guide', title: '怎样投稿', isAtFoot: true },
    { id: 'hidden', title: '旧页', isAtFoot: false },
  ],
};
const labels = (items: readonly { label: string }[]) => items.map(({ label }) => label);

describe('the navigation', () => {
  test('has sections with entries alone', () => expect(labels(mainNavigation(null, site))).toEqual(['故事', '检索']));
  test('is the archive’s own where it says so, pages of its own too', () => {
    const wanted = [{ page: 'search' }, { page: 'stories', label: '文章' }, { page: 'practices' }, { page: 'guide' }];
    expect(mainNavigation(wanted, site)).toEqual([
      { href: '/search/', label: '检索' },
      { href: '/stories/', label: '文章' },
      { href: '/guide/', label: '怎样投稿' },
    ]);
  });
  test('has at its foot what holds something and does not stand above', () => {
    const above = mainNavigation([{ page: 'guide' }], site);
    expect(labels(footNavigation(site, above))).toEqual(['人物', '离线', '缘起', '报告']);
  });
  test('leads readers abroad to their page where there is one', () =>
    expect(footNavigation({ ...site, hasEnglish: true }, []).at(-1)).toEqual({
      href: '/en/',
      label: 'English',
      lang: 'en',
    }));
});
