import { describe, expect, test } from 'vitest';
import { opennessOf, spanOf } from '../../src/editing/check/printed-span.ts';
import { formatDateShort } from '../../src/lib/dates/edtf.ts';
import { asOfText } from '../../src/lib/numbers/figures.ts';
import { sourceDateText } from '../../src/site/citation.ts';
import { milestoneDate } from '../../src/site/milestones.ts';
import { reports } from '../support/content.ts';
import { otherArchive } from './bundled.ts';

// What each report prints of a time, how that is coded, and what a reader sees: read in the reports one by one, so that no
// date is finer or surer than its source, and none vaguer. A milestone or a dated figure without a row fails.
const reason = otherArchive();
if (reason) console.warn(`tests/seed is skipped: ${reason}.`);

/** The ids, the printed words ('' where no time is printed), EDTF, whether it is stated, and the words shown. */
type Row = readonly [ids: string, printed: string, date: string | null, basis: 'stated' | 'inferred', shown: string];

interface Table {
  source: string;
  milestones: readonly Row[];
  figures: readonly Row[];
}

const PAGE = '2019 年 11—12 月间（年月据同版文章推定）';
const now = (ids: string, printed = '目前'): Row => [ids, printed, '2019-11?/2019-12?', 'inferred', PAGE];
const SINCE = '2019 年以来（年份据同版文章推定）';
const sinceJanuary = (ids: string, more = ''): Row => [ids, '今年以来', '2019?/..', 'inferred', SINCE + more];
const wholeYear = (ids: string): Row => [ids, '全年', '2019?', 'inferred', '2019 年全年（年份据同版文章推定）'];
const thisYear = (ids: string): Row => [ids, '今年一共', '2019?', 'inferred', '2019 年（年份据同版文章推定）'];
const since = (ids: string, year: string): Row => [ids, `${year}年以来`, `${year}/..`, 'stated', `${year} 年以来`];
const undated = (ids: string, printed: string): Row => [ids, printed, null, 'stated', printed];
const year = (ids: string, printed: string): Row => {
  const [stated = ''] = /\d{4}/.exec(printed) ?? [];
  return [ids, printed, stated, 'stated', `${stated} 年`];
};
const plan = (id: string): Row => [id, '2021年', '2021', 'stated', '2021 年（计划）'];

const JIANAN = '2020 年以来（年份据文中“至 2020 年 12 月”推定）';
const jianan = (ids: string): Row => [ids, '今年以来', '2020?/..', 'inferred', JIANAN];
const WEB = '2020 年 9—10 月间（年月据网页更新日期推定）';
const web = (ids: string): Row => [ids, '截至目前', '2020-09?/2020-10?', 'inferred', WEB];
const RUZHOU = '2020 年 11 月 10 日至 12 月间（据文中日期和编者按推定）';
const ruzhou = (ids: string, printed: string): Row => [ids, printed, '2020-11-10?/2020-12?', 'inferred', RUZHOU];
const WENFENG = '2020 年 12 月至 2021 年 2 月间（年月据文中统计和来年打算推定）';
const wenfeng = (ids: string): Row => [ids, '截至目前', '2020-12?/2021-02?', 'inferred', WENFENG];
const FIVE = '5 年来（2016—2020 年间，据文中“2016 年”一句推定）';
const five = (ids: string): Row => [ids, '5年来', '2016?/2020?', 'inferred', FIVE];
const context = (ids: string): Row => [ids, '', '2020?', 'inferred', '2020 年（年份据上下文推定）'];
const epidemic = (ids: string): Row => [ids, '疫情期间', '2020?', 'inferred', '疫情期间（2020 年，据上下文推定）'];
const endOf2019 = (ids: string): Row => [ids, '截至2019年底', '2019-11/2019-12', 'stated', '截至 2019 年底'];
const secondHalf = (ids: string): Row => [ids, '2017年下半年', '2017-07/2017-12', 'stated', '2017 年下半年'];
const threeYears = (ids: string): Row => [
  ids,
  '三年来',
  '2016-11?/2019-12?',
  'inferred',
  '三年来（2016—2019 年间，据同版文章推定）',
];

const TABLES: Readonly<Record<string, Table>> = {
  'baihe-air': {
    source: PAGE,
    milestones: [
      now('works-done pm25-after'),
      ['second-half-drive', '今年下半年以来', '2019?-07/..', 'inferred', '2019 年下半年以来（年份据同版文章推定）'],
      ['pm25-before', '1~8月', '2019?-01/2019?-08', 'inferred', '2019 年 1—8 月（年份据同版文章推定）'],
    ],
    figures: [
      now(
        'caterers repair-shops petrol-stations heavy-trucks light-trucks converted-vehicles tested-vehicles failed-vehicles',
      ),
      now('retail-offences closed-stalls stopped-firings warned-people pm25-now good-air-days'),
      ['pm25-jan-aug', '1~8月', '2019?-01/2019?-08', 'inferred', '2019 年 1—8 月（年份据同版文章推定）'],
    ],
  },
  'baihe-party-building': {
    source: PAGE,
    milestones: [
      undated('party-building-renewed', '近年来'),
      now('jiangsu-sales-so-far job-fairs-held investment-done'),
      sinceJanuary('cooperation-funds'),
      wholeYear('plans-drawn key-projects'),
    ],
    figures: [
      now('jiangsu-sales job-fairs fair-posts placed-workers fixed-investment investment-growth'),
      sinceJanuary('cooperation-projects cooperation-money cooperation-people'),
      wholeYear('project-count'),
    ],
  },
  'baihe-zhongchang-five-lists': {
    source: '2019 年 11—12 月间（年月据同版文章和通报期数推定）',
    milestones: [
      sinceJanuary('five-lists-run'),
      sinceJanuary('monthly-tasks monthly-self-check monthly-review monthly-meeting monthly-inspection', '，每月一次'),
      now('results-so-far'),
    ],
    figures: [sinceJanuary('moves'), now('meetings hard-problems self-reports inspections bulletins')],
  },
  'hanbin-three-comparisons': {
    source: PAGE,
    milestones: [
      undated('three-comparisons-run', '连日来'),
      undated('training-meeting', '不久前'),
      ['road-paved', '10月3日', '2019?-10-03', 'inferred', '2019 年 10 月 3 日（年份据同版文章推定）'],
      ['tap-water-raised', '“十二五”末', '2015-11?/', 'inferred', '“十二五”末起（2015 年，据五年规划推定），止期不详'],
      ['training-begins', '自9月以来', '2019?-09/..', 'inferred', '2019 年 9 月以来（年份据同版文章推定）'],
      now('led-households deep-villages-funded'),
      thisYear('household-dividends'),
    ],
    figures: [
      ['road-length road-villages', '10月3日', '2019?-10-03', 'inferred', '2019 年 10 月 3 日（年份据同版文章推定）'],
      ['tap-rate-before', '“十二五”末', '2015-11?/2015-12?', 'inferred', '“十二五”末（2015 年，据五年规划推定）'],
      now('parks leading-firms cooperatives led-household-count led-people income-gain'),
      now('deep-villages deep-villages-money deep-village-average'),
      thisYear('labour-dividend land-dividend wage-income family-size'),
    ],
  },
  'hanbin-toy-factories': {
    source: PAGE,
    milestones: [undated('opened-together', '近日'), now('factory-target-met')],
    figures: [now('all-factories target-factories early-months employed-residents monthly-income')],
  },
  'jianan-yao-heng': {
    source: '2020 年 12 月（年月据文中“至 2020 年 12 月”推定）',
    milestones: [
      ['took-office', '2017年4月5日', '2017-04-05', 'stated', '2017 年 4 月 5 日'],
      year('rated-2018', '2018年'),
      ['experience-published', '2018年11月12日', '2018-11-12', 'stated', '2018 年 11 月 12 日'],
      year('rated-2019', '2019年'),
      jianan('training-2020 sales-2020 village-funds-2020'),
      year('loans-2020', '2020年'),
      ['lifted-2020-12', '至2020年12月', '2020-12', 'stated', '2020 年 12 月'],
    ],
    figures: [
      jianan('training-classes trained-labour welfare-posts sales-events sales-income'),
      jianan('funded-villages village-funds registered-poor-villages other-villages'),
      year('firm-loans firm-loans-sum micro-loans micro-loans-sum new-loan-rate', '2020年'),
      ['lifted-households lifted-people early-exit', '至2020年12月', '2020-12', 'stated', '2020 年 12 月'],
    ],
  },
  'jiyang-three-roles': {
    source: '2020 年 10 月 15 日更新',
    milestones: [
      year('one-stop-begins', '2017年'),
      ['monitoring-begins', '今年7月', '2020?-07', 'inferred', '2020 年 7 月（年份据网页更新日期推定）'],
      ['city-training', '9月24日', '2020?-09-24', 'inferred', '2020 年 9 月 24 日（年份据网页更新日期推定）'],
      web('projects-so-far instant-so-far'),
      ['monthly-supervision', '每月一次', null, 'stated', '每月一次'],
      ['five-years', '5年来', '2015-10?/2020-10?', 'inferred', '5 年来（2015—2020 年间，据网页更新日期推定）'],
    ],
    figures: [
      web('town-projects relief-funds village-projects project-income dividend-people household-gain'),
      web('instant-households'),
    ],
  },
  'langao-forest-tending': {
    source: PAGE,
    milestones: [
      undated('tending-joined', '近年来'),
      since('tending-since-2016', '2016'),
      threeYears('labour-three-years'),
    ],
    figures: [
      since('kiwi-area konjac-area herb-area tea-area pine-area saved-cost tended-area central-investment', '2016'),
      since('poor-villages poor-village-area', '2016'),
      threeYears('labour-units labour-income'),
    ],
  },
  'pingli-social-organisations': {
    source: PAGE,
    milestones: [sinceJanuary('hundred-villages')],
    figures: [
      sinceJanuary('school-equipment charity-funds children-funds children-people'),
      sinceJanuary('mutual-associations mutual-loans mutual-people'),
    ],
  },
  'ruzhou-happiness': {
    source: RUZHOU,
    milestones: [
      undated('ruzhou-way', '近年来'),
      ['flock-comes-down', '今年11月10日', '2020?-11-10', 'inferred', '2020 年 11 月 10 日（年份据编者按推定）'],
      ['household-2020', '今年一年', '2020?', 'inferred', '2020 年（年份据编者按推定）'],
      secondHalf('lambs-bought'),
      undated('goal-set', '“十三五”之初'),
      ['goal-deadline', '2020年底', '2020-11/2020-12', 'stated', '2020 年底（计划）'],
      ['top-task', '“十三五”时期', '2016?/2020?', 'inferred', '“十三五”时期（2016—2020 年间，据五年规划推定）'],
      endOf2019('villages-lifted'),
      ruzhou('exit-procedures-done two-types-counted', '目前'),
      ruzhou('series-begins', '今日起'),
      year('meetings-2020', '2020年'),
      ['visits-done', '2019年11月', '2019-11', 'stated', '2019 年 11 月'],
      year('adjustment-2020', '2020年度'),
      ['thank-you-letter', '今年10月14日', '2020?-10-14', 'inferred', '2020 年 10 月 14 日（年份据编者按推定）'],
      year('family-registered', '2016年'),
      ['injured', '2009年8月20日', '2009-08-20', 'stated', '2009 年 8 月 20 日'],
      ['university-entrance', '2019年9月', '2019-09', 'stated', '2019 年 9 月'],
      ['compensation-recovered', '2017年10月27日', '2017-10-27', 'stated', '2017 年 10 月 27 日 10 时 10 分'],
    ],
    figures: [
      ['sheds', '今年11月10日', '2020?-11-10', 'inferred', '2020 年 11 月 10 日（年份据编者按推定）'],
      [
        'breeding-subsidy migrant-subsidy coarse-grain-subsidy finance-dividend livestock-dividend welfare-post-pay',
        '今年一年',
        '2020?',
        'inferred',
        '2020 年（年份据编者按推定）',
      ],
      [
        'disability-subsidy rapeseed-subsidy subsidy-total',
        '今年一年',
        '2020?',
        'inferred',
        '2020 年（年份据编者按推定）',
      ],
      secondHalf('lambs'),
      ruzhou('flock raising-years', '如今'),
      endOf2019('poor-villages-lifted poverty-rate'),
      year('group-meetings enlarged-meetings standing-meetings government-meetings', '2020年'),
      year('newly-identified-households newly-identified-people natural-increase natural-decrease', '2020年度'),
      ruzhou('two-types-household-count two-types-people two-types-share unstable-households', '目前'),
      ruzhou('unstable-people edge-households edge-people', '目前'),
      ['case-years compensation', '2017年10月27日', '2017-10-27', 'stated', '2017 年 10 月 27 日'],
    ],
  },
  'shiquan-forest-economy': {
    source: PAGE,
    milestones: [undated('season-seized', '近日'), now('planting-done', '现已')],
    figures: [now('new-forest tended-forest', '现已')],
  },
  'wenfeng-answer-sheet': {
    source: WENFENG,
    milestones: [
      ['spring-couplets', '2019年春节前夕', '2019-01/2019-02-04', 'stated', '2019 年春节前夕'],
      year('drive-begins', '2016年'),
      year('villages-exit', '2015年'),
      year('national-title city-title', '2017年'),
      five('five-year-funds income-growth-years party-building-years'),
      ['incomes-met', '2020年11月30日', '2020-11-30', 'stated', '2020 年 11 月 30 日'],
      since('weak-branches-fixed cadre-rewards rectified', '2016'),
      since('firms-2020', '2020'),
      year('two-hands-2020 hearts-2020 village-coop-2020', '2020年'),
      ['plan-issued', '', '2020?', 'inferred', '2020 年（年份据文件名推定）'],
      epidemic('epidemic-groups'),
      context('orchard-funds'),
      wenfeng('prevention-results'),
      ...['plan-no-removals', 'plan-monitoring', 'plan-industry', 'plan-care', 'plan-revival'].map(plan),
    ],
    figures: [
      year('poor-villages', '2015年'),
      five('project-funds income-growth'),
      ['registered-poor', '2020年11月30日', '2020-11-30', 'stated', '2020 年 11 月 30 日'],
      since('weak-branches cadre-reward-sum village-halls rectified-items', '2016'),
      since('firm-deeds firm-problems firm-money', '2020'),
      epidemic('epidemic-teams'),
      context('orchard-money industry-share coop-households'),
      wenfeng('repaired-houses medical-help school-help filial-fund'),
    ],
  },
  'ziyang-li-zhe': {
    source: PAGE,
    milestones: [
      ['city-award', '今年11月', '2019?-11', 'inferred', '2019 年 11 月（年份据同版文章推定）'],
      now('units-in-villages'),
      since('help-since-2018', '2018'),
    ],
    figures: [
      now('central-firms province-units city-units county-units helped-villages'),
      since('brought-projects brought-funds helped-people', '2018'),
    ],
  },
};

interface Told {
  id: string;
  date: string | null;
  basis: 'stated' | 'inferred';
  shown: string;
  printed?: string | undefined;
}

const rowsById = (rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.flatMap((row) => row[0].split(' ').map((id) => [id, row] as const)));

/** Numbers of years, months and days in shown words, without what stands in brackets. */
const finest = (words: string): string =>
  ['日', '月', '年'].find((part) => new RegExp(`\\d ${part}`).test(words.replace(/（.*?）/g, ''))) ?? '';

describe.skipIf(reason).each(reports)('the dates of $slug', ({ slug, data }) => {
  const { source, milestones, figures } = TABLES[slug] ?? { source: '', milestones: [], figures: [] };
  const told: readonly (readonly [string, readonly Told[], Map<string, Row>])[] = [
    ['milestones', data.milestones.map((m) => ({ ...m, shown: milestoneDate(m) })), rowsById(milestones)],
    [
      'figures',
      data.figures
        .filter(({ asOf }) => asOf !== null)
        .map((f) => ({
          ...f,
          date: f.asOf,
          basis: /[?%]/.test(f.asOf ?? '') ? 'inferred' : 'stated',
          shown: asOfText(f),
        })),
      rowsById(figures),
    ],
  ];

  test('its source is as old as can be known', () => expect(sourceDateText(data.source)).toBe(source));

  test.each(told)('%s have a row each, and each row one of them', (_, all, rows) => {
    expect(all.map(({ id }) => id).sort()).toEqual([...rows.keys()].sort());
  });

  test.each(told)('%s are coded and shown as they are printed', (_, all, rows) => {
    for (const { id, date, basis, shown } of all) {
      const [, , right, rightBasis, words = ''] = rows.get(id) ?? [];
      expect([id, date, basis]).toEqual([id, right, rightBasis]);
      if (date === null) expect(shown, id).toContain(words.replaceAll('“', '‘').replaceAll('”', '’'));
      else expect(shown, id).toBe(words);
    }
  });

  test.each(told)('%s are no finer and no surer than the printed words', (_, all, rows) => {
    for (const { id, date, basis, shown, printed: own } of all) {
      const [, printed = ''] = rows.get(id) ?? [];
      expect(printed.length, id).toBeLessThanOrEqual(12);
      const openness = opennessOf(printed);
      // A year that is not printed is inferred; one that is printed is not.
      if (date !== null) expect(basis === 'stated', id).toBe(/\d{4}/.test(printed));
      if (date === null) expect(finest(shown), id).toBe('');
      if (typeof openness === 'number' && date !== null) {
        const { days, isOpen } = spanOf(date);
        expect(days, id).toBeGreaterThanOrEqual(isOpen ? Math.min(openness, 28) : openness);
        const short = formatDateShort(date, own);
        if (openness >= 28) {
          expect(finest(shown), id).not.toBe('日');
          expect(short, id).not.toMatch(/\d\.\d+\.\d|\d 日/);
        }
        if (openness >= 59) {
          expect(finest(shown), id).not.toBe('月');
          expect(short, id).not.toMatch(/\d\.\d|\d 月/);
        }
      }
      if (openness === 'undated') expect(date, id).toBeNull();
    }
  });
});
