import { describe, expect, test } from 'vitest';
import { MAP_PAGE } from '#words/map.ts';
import { bindList, copyEntry, filterList, readCounties } from '../../../../src/components/map/county-list.ts';
import { createMapStore } from '../../../../src/components/map/map-store.ts';
import { NO_FILTER } from '../../../../src/lib/map/filter.ts';
import { fire, openPage } from '../page.ts';

const entry = (id: string, name: string, stories: string) =>
  `<li class="entry" data-county="${id}"><details><summary><h3>${name}</h3><small data-counts></small></summary>
  <div class="entry-body"><ul>${stories}</ul></div></details></li>`;

/** 汉滨 has a report of 2018 with a milestone in 2017 and a figure of 2019, and a profile without a year; 白河 a report. */
const open = () => {
  const page = openPage(
    entry(
      'hanbin',
      '汉滨区',
      `<li data-genre="report" data-years="2018"><a>报道</a><ul><li data-years="2017" data-milestone>大事</li>
        <li data-years="2019">数字</li></ul></li>
      <li data-genre="profile" data-years=""><a>人物</a></li>`,
    ) + entry('baihe', '白河县', '<li data-genre="report" data-years="2016"><a>空气</a></li>'),
  );
  return { page, list: readCounties(page) };
};
const shown = (page: Document, selector: string) =>
  [...page.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => !element.closest('[hidden]'))
    .map((element) => element.textContent);

describe('the filter of the list', () => {
  test('keeps everything where nothing is chosen, and counts it', () => {
    const { page, list } = open();
    const { counts, stories } = filterList(list, NO_FILTER, []);
    expect(Object.fromEntries(counts)).toEqual({ hanbin: 1, baihe: 0 });
    expect(stories).toBe(3);
    expect(page.querySelectorAll('[hidden]')).toHaveLength(0);
  });

  test('keeps a story for the year of something in it, and shows of it what is of that year', () => {
    const { page, list } = open();
    const { counts, stories } = filterList(list, { ...NO_FILTER, year: '2019' }, []);
    expect(stories).toBe(1);
    expect(Object.fromEntries(counts)).toEqual({ hanbin: 0 });
    expect(shown(page, 'a')).toEqual(['报道']);
    expect(shown(page, '[data-genre] li')).toEqual(['数字']);
  });

  test('says of a county that nothing is left, and takes that back', () => {
    const { page, list } = open();
    const words = () => [...page.querySelectorAll('[data-counts]')].map(({ textContent }) => textContent);
    filterList(list, { ...NO_FILTER, genre: 'profile' }, []);
    expect(words()).toEqual([MAP_PAGE.counts(1, 0), MAP_PAGE.nothing]);
    expect(page.querySelectorAll('.entry-empty')).toHaveLength(1);
    filterList(list, NO_FILTER, []);
    expect(words()).toEqual([MAP_PAGE.counts(2, 1), MAP_PAGE.counts(1, 0)]);
    expect(page.querySelectorAll('.entry-empty')).toHaveLength(0);
  });

  test('holds in the copy that the map shows', () => {
    const { list } = open();
    filterList(list, { year: '2017', genre: '' }, []);
    const copy = copyEntry(list, 'hanbin');
    expect(copy).toMatchObject({ name: '汉滨区', counts: MAP_PAGE.counts(1, 1) });
    const body = copy?.body as Element;
    expect([...body.querySelectorAll('[hidden]')].map((element) => element.textContent?.trim())).toEqual([
      '数字',
      '人物',
    ]);
    expect(copyEntry(list, 'nowhere')).toBeNull();
  });
});

describe('list and map', () => {
  const bound = () => {
    const { page, list } = open();
    const store = createMapStore({
      ...NO_FILTER,
      county: null,
      view: null,
      pointed: null,
      panel: false,
      counts: new Map(),
    });
    const chosen: (string | null)[] = [];
    bindList(list, store, (county) => {
      chosen.push(county);
      store.set({ county });
    });
    const [hanbin, baihe] = page.querySelectorAll('.entry');
    if (!hanbin || !baihe) throw new Error('the page lacks its entries');
    return { store, chosen, hanbin, baihe };
  };
  /** What a browser does after the click has been heard. */
  const press = (entry: Element) => {
    const details = entry.querySelector('details') as HTMLDetailsElement;
    fire(entry.querySelector('summary') as Element, 'click');
    details.open = !details.open;
  };

  test('a county that is opened is chosen, and one that is closed no more', () => {
    const { chosen, hanbin, baihe } = bound();
    press(hanbin);
    press(baihe);
    press(baihe);
    expect(chosen).toEqual(['hanbin', 'baihe', null]);
  });

  test('closing a county when another is the chosen one leaves the choice alone', () => {
    const { store, chosen, hanbin } = bound();
    press(hanbin);
    store.set({ county: 'baihe' });
    press(hanbin);
    expect(chosen).toEqual(['hanbin']);
  });

  test('what is pointed at in one is marked in the other, until it is left', () => {
    const { store, hanbin, baihe } = bound();
    fire(hanbin, 'pointerenter');
    expect(store.get().pointed).toBe('hanbin');
    fire(baihe, 'pointerenter');
    fire(hanbin, 'pointerleave');
    expect(store.get().pointed).toBe('baihe');
    fire(baihe, 'pointerleave');
    expect(store.get().pointed).toBeNull();
    store.set({ pointed: 'hanbin', county: 'baihe' });
    expect(hanbin.classList.contains('entry-pointed')).toBe(true);
    expect([hanbin, baihe].map((element) => element.getAttribute('aria-current'))).toEqual([null, 'true']);
  });
});
