import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURES_PAGE } from '#words/figures.ts';
import {
  type AsOf,
  asOfText,
  explainFigureMismatch,
  figureMatches,
  figureText,
  formatFigure,
  type Quantity,
  readFigure,
} from '../../../../src/lib/numbers/figures.ts';
import { readChineseNumeral } from '../../../../src/lib/numbers/numerals.ts';
import { QUALIFIERS } from '../../../../src/lib/qualifiers/qualifiers.ts';

describe('the number that words state', () => {
  test.each([
    ['32168 人', [32168], '人', []],
    ['累计脱贫 32168 人', [32168], '人', []],
    ['32,168人', [32168], '人', []],
    ['３２１６８ 人', [32168], '人', []],
    ['4.76 亿元', [476000000], '元', []],
    ['4.76亿元', [476000000], '元', []],
    ['4．76 亿元', [476000000], '元', []],
    ['2.81 万人', [28100], '人', []],
    ['28.18万人', [281800], '人', []],
    ['1044.75万元', [10447500], '元', []],
    ['2 万 8 千余人', [28000], '人', ['余']],
    ['1 亿 2000 万元', [120000000], '元', []],
    ['2 百万元', [2000000], '元', []],
    ['3953 余万元', [39530000], '元', ['余']],
    ['1120余万元', [11200000], '元', ['余']],
    ['100 多万元', [1000000], '元', ['多']],
    ['1650余人次', [1650], '人次', ['余']],
    ['110 余个', [110], '个', ['余']],
    ['三百六十七个村', [367], '个村', []],
    ['一千六百余人', [1600], '人', ['余']],
    ['二十余万元', [200000], '元', ['余']],
    ['两万八千人', [28000], '人', []],
    ['三百五', [350], '', []],
    ['二〇一七年', [2017], '年', []],
    ['五大社区', [5], '大社区', []],
    ['两个贫困村', [2], '个贫困村', []],
    ['9.88%', [9.88], '%', []],
    ['9.88％', [9.88], '%', []],
    ['30%以上', [30], '%', ['以上']],
    ['99% 以上', [99], '%', ['以上']],
    ['5000 万元以上', [50000000], '元', ['以上']],
    ['6266 名以上劳动力', [6266], '名', ['以上']],
    ['60 岁及以上', [60], '岁', ['以上']],
    ['5 户以下', [5], '户', ['以下']],
    ['3 天以内', [3], '天', ['以下']],
    ['不超过 3 天', [3], '天', ['以下']],
    ['至多 3 天', [3], '天', ['以下']],
    ['不足 5%', [5], '%', ['不足']],
    ['不到 5%', [5], '%', ['不足']],
    ['至少 3 件', [3], '件', ['至少']],
    ['至少办三件', [3], '件', ['至少']],
    ['不少于三件', [3], '件', ['至少']],
    ['3 家企业等', [3], '家企业', ['等']],
    ['等 3 家企业', [3], '家企业', []],
    ['两年多', [2], '年', ['多']],
    ['2 年多', [2], '年', ['多']],
    ['3 个多月', [3], '个月', ['多']],
    ['十多年', [10], '年', ['多']],
    ['三十多户', [30], '户', ['多']],
    ['约 1650 余人次', [1650], '人次', ['约', '余']],
    ['3 户以上述方式脱贫', [3], '户以上述方式脱贫', []],
    ['统一等', [1], '', ['等']],
    ['甚至多 3 户', [3], '户', []],
    ['百分之三十', [30], '%', []],
    ['百分之 9.88', [9.88], '%', []],
    ['百分之百', [100], '%', []],
    ['千分之三', [3], '‰', []],
    ['万分之五', [5], '‱', []],
    ['3.5 个百分点', [3.5], '个百分点', []],
    ['8 至 10 户', [8, 10], '户', []],
    ['8—10 户', [8, 10], '户', []],
    ['8 ～ 10 户', [8, 10], '户', []],
    ['1～8 月', [1, 8], '月', []],
    ['8-10户', [8, 10], '户', []],
    ['8——10 户', [8, 10], '户', []],
    ['8  至  10  户', [8, 10], '户', []],
    ['3 户到 5 户人家', [3, 5], '户人家', []],
    ['5%至 8%以上', [5, 8], '%', ['以上']],
    ['三至五万元', [30000, 50000], '元', []],
    ['三至五百万元', [3000000, 5000000], '元', []],
    ['三至五百余万元', [3000000, 5000000], '元', ['余']],
    ['1 百元至 200 万元', [100, 2000000], '元', []],
    ['3 户到 5 户', [3, 5], '户', []],
    ['3 至 5 万元', [30000, 50000], '元', []],
    ['3 万元至 5 万元', [30000, 50000], '元', []],
    ['8000 至 1 万元', [8000, 10000], '元', []],
    ['5%—8%', [5, 8], '%', []],
    ['5 至 8%', [5, 8], '%', []],
    ['百分之三十至四十', [30, 40], '%', []],
    ['八至十户', [8, 10], '户', []],
    ['近 1000 元', [1000], '元', ['近']],
    ['近万元', [10000], '元', ['近']],
    ['万余元', [10000], '元', ['余']],
    ['约 15 亩', [15], '亩', ['约']],
    ['大约 15 亩', [15], '亩', ['约']],
    ['3000元左右', [3000], '元', ['左右']],
    ['约有 300 户', [300], '户', ['约']],
    ['超过 5000 万元', [50000000], '元', ['超']],
    ['逾 300 户', [300], '户', ['逾']],
    ['3 年多', [3], '年', ['多']],
    ['3 年多次', [3], '年多次', []],
    ['30%多', [30], '%', ['多']],
    ['60 千瓦', [60], '千瓦', []],
    ['125 名第一书记', [125], '名第一书记', []],
    ['第一书记 125 名', [125], '名', []],
    ['一对一结对 26 家企业', [26], '家企业', []],
    ['“331”工作机制覆盖 182 个村', [182], '个村', []],
    ['“7+3”未贫先防，改造 82 户', [82], '户', []],
    ['PM2.5 平均浓度 35 微克', [35], '微克', []],
    ['厂房300㎡', [300], 'm2', []],
    ['签约 300 户', [300], '户', []],
    ['附近 3 户', [3], '户', []],
    ['位列全市第 3 位', [3], '位', []],
    ['３，０００ 人', [3000], '人', []],
    ['近年来脱贫 300 户', [300], '户', []],
    ['约定帮扶 300 户', [300], '户', []],
    ['超市开了 3 家', [3], '家', []],
    ['300 户留在村里多年', [300], '户留在村里多年', []],
    ['300 户几乎全部脱贫', [300], '户几乎全部脱贫', []],
    ['300 户等了半年', [300], '户等了半年', []],
    ['户数达到十户', [10], '户', []],
    ['户数三百', [300], '', []],
    ['户数不多：万元户 12 户', [12], '户', []],
    ['万元户 12 户', [12], '户', []],
    ['第三至五批 12 户', [12], '户', []],
    ['统一供水三百户', [300], '户', []],
    ['统一供水三百', [300], '', []],
    ['三百户统一', [300], '户统一', []],
    ['统一修了三条路', [3], '条路', []],
    ['统一供水 8 至 10 户', [8, 10], '户', []],
    ['统一安排一至三户', [1, 3], '户', []],
  ])('%s', (text, values, units, qualifiers) => expect(readFigure(text)).toEqual({ values, units, qualifiers }));

  test.each([
    ['没有数字的话', '没有'],
    ['千家万户', '数量词不是数'],
    ['10103 户 32168 人', '两个数'],
    ['2020 年新增 743 人', '年份也是一个数'],
    ['增收 300，200 户受益', '全角逗号隔开两个数'],
    ['从 68% 提高到 99% 以上', '变化不是范围'],
    ['32,16 人', '分节有误'],
    ['3 万 5 万元', '两个数挤在一起'],
    ['1 万 1 万元', '两个数挤在一起'],
    ['3 户至今 5 户', '至今不是范围'],
    ['1 至 3 至 5 户', '范围只有两头'],
    ['8 至十几户', '一头是约数'],
    ['十几户', '约数'],
    ['几十户', '约数'],
    ['数百人', '约数'],
    ['近百十户', '约数'],
    ['三五户', '约数'],
    ['两三百人', '约数'],
    ['3 年半', '半'],
    ['一半', '半'],
    ['三分之一', '分数'],
    ['', '空'],
  ])('%s: none that can be vouched for (%s)', (text) => expect(readFigure(text)).toBeNull());
});

describe('words against data', () => {
  const yuan: Quantity = { value: 4.76, unit: '亿元' };
  test.each<[string, Quantity]>([
    ['4.76 亿元', yuan],
    ['4.76亿元', yuan],
    ['47600 万元', yuan],
    ['发放贷款 4.76 亿元，', yuan],
    ['累计脱贫 32168 人', { value: 32168, unit: '人' }],
    ['3.2168 万人', { value: 32168, unit: '人' }],
    ['三万二千一百六十八人', { value: 32168, unit: '人' }],
    ['32168 贫困人口', { value: 32168, unit: '人' }],
    ['3953 余万元', { value: 3953, unit: '万元', qualifier: '余' }],
    ['3953 多万元', { value: 3953, unit: '万元', qualifier: '多' }],
    ['约 1650 余人次', { value: 1650, unit: '人次', qualifier: ['余', '约'] }],
    ['不少于三件', { value: 3, unit: '件', qualifier: '至少' }],
    ['2 万 8 千余人', { value: 2.8, unit: '万人', qualifier: '余' }],
    ['近万元', { value: 1, unit: '万元', qualifier: '近' }],
    ['3000 元左右', { value: 3000, unit: '元', qualifier: '左右' }],
    ['8 至 10 户', { value: [8, 10], unit: '户' }],
    ['3 万至 5 万元', { value: [3, 5], unit: '万元' }],
    ['9.88%', { value: 9.88, unit: '%' }],
    ['百分之三十以上', { value: 30, unit: '%', qualifier: '以上' }],
    ['182 个贫困村', { value: 182, unit: '个' }],
    ['182 个贫困村', { value: 182, unit: '村' }],
    ['3 个年级', { value: 3, unit: '年级' }],
    ['166 人次', { value: 166, unit: '人次' }],
    ['带动户数达到 300', { value: 300, unit: '户' }],
    ['厂房 300 ㎡', { value: 300, unit: '㎡' }],
    ['300', { value: 300, unit: '' }],
    ['300 次', { value: 300, unit: '' }],
    ['300 人', { value: 300, unit: ' 人 ' }],
    ['60 千瓦', { value: 60, unit: '千瓦' }],
    ['60 万千瓦', { value: 60, unit: '万千瓦' }],
    ['3.5 个百分点', { value: 3.5, unit: '百分点' }],
  ])('%s states %o', (text, figure) => {
    expect(figureMatches(text, figure)).toBe(true);
    expect(explainFigureMismatch(text, figure)).toBe('');
  });

  test.each<[string, Quantity, string]>([
    ['3216 人', { value: 32168, unit: '人' }, '正文写的是“3216 人”，数据是 32168 人'],
    ['4.67 亿元', yuan, '正文写的是“4.67 亿元”，数据是 4.76 亿元'],
    ['4.76 万元', yuan, '正文写的是“4.76 万元”，数据是 4.76 亿元'],
    ['32168 名', { value: 32168, unit: '人' }, '正文写的是“32168 名”，数据是 32168 人：单位不同，应是“人”'],
    ['32168 名贫困人口', { value: 32168, unit: '人' }, '单位不同，应是“人”'],
    ['300 户贫困人口', { value: 300, unit: '人' }, '单位不同，应是“人”'],
    ['166 人次', { value: 166, unit: '人' }, '单位不同，应是“人”'],
    ['166 人次', { value: 166, unit: '次' }, '单位不同，应是“次”'],
    ['3 平方米', { value: 3, unit: '米' }, '单位不同，应是“米”'],
    ['300 美元', { value: 300, unit: '元' }, '单位不同，应是“元”'],
    ['3.5 个百分点', { value: 3.5, unit: '%' }, '单位不同，应是“%”'],
    ['3953 万元', { value: 3953, unit: '万元', qualifier: '余' }, '数据是 3953 余万元：正文少了“余”'],
    ['近 1 万元', { value: 1, unit: '万元' }, '正文写的是“近 1 万元”，数据是 1 万元：数据少了 qualifier: 近'],
    ['约 1 万元', { value: 1, unit: '万元', qualifier: '近' }, '正文是“约”，数据的 qualifier 是 近'],
    ['99% 以上', { value: 99, unit: '%' }, '数据少了 qualifier: 以上'],
    ['99%', { value: 99, unit: '%', qualifier: '以上' }, '数据是 99% 以上：正文少了“以上”'],
    ['至少 3 件', { value: 3, unit: '件' }, '数据少了 qualifier: 至少'],
    ['两年多', { value: 2, unit: '年', qualifier: '余' }, '正文是“多”，数据的 qualifier 是 余'],
    ['约 1650 余人次', { value: 1650, unit: '人次', qualifier: '余' }, '数据少了 qualifier: [余, 约]'],
    ['8 至 10 户', { value: 8, unit: '户' }, '正文写的是“8 至 10 户”，数据是 8 户'],
    ['8 户', { value: [8, 10], unit: '户' }, '正文写的是“8 户”，数据是 8—10 户'],
    ['10103 户 32168 人', { value: 32168, unit: '人' }, '里面不止一个数，请只标出这一个'],
    ['三万多人中的许多', { value: 32168, unit: '人' }, '正文写的是“三万多人中的许多”，数据是 32168 人'],
    ['全部脱贫', { value: 32168, unit: '人' }, '里面没有数字'],
    ['十几户', { value: 12, unit: '户' }, '里面的数读不出来，请写成确切的数'],
    ['数百人', { value: 300, unit: '人' }, '里面的数读不出来，请写成确切的数'],
    ['8 至十几户', { value: [8, 12], unit: '户' }, '里面的数读不出来，请写成确切的数'],
    ['３００，２０ 户', { value: 300, unit: '户' }, '里面不止一个数，请只标出这一个'],
  ])('%s does not state %o: %s', (text, figure, sentence) => {
    expect(figureMatches(text, figure)).toBe(false);
    expect(explainFigureMismatch(text, figure)).toContain(sentence);
  });

  test('a number that differs is set beside the data, and no more is said', () => {
    expect(explainFigureMismatch(' 3216 人 ', { value: 32168, unit: '人' })).toBe(
      '正文写的是“3216 人”，数据是 32168 人',
    );
  });
});

describe('a reader sees', () => {
  test.each<[Quantity, string, string, string]>([
    [{ value: 32168, unit: '人' }, '32168', '人', '32168 人'],
    [{ value: 4.76, unit: '亿元' }, '4.76', '亿元', '4.76 亿元'],
    [{ value: [8, 10], unit: '户' }, '8—10', '户', '8—10 户'],
    [{ value: 3953, unit: '万元', qualifier: '余' }, '3953', '余万元', '3953 余万元'],
    [{ value: 1, unit: '万元', qualifier: '近' }, '近 1', '万元', '近 1 万元'],
    [{ value: 15, unit: '亩', qualifier: '约' }, '约 15', '亩', '约 15 亩'],
    [{ value: 300, unit: '户', qualifier: '超' }, '超 300', '户', '超 300 户'],
    [{ value: 9.88, unit: '%' }, '9.88', '%', '9.88%'],
    [{ value: 30, unit: '%', qualifier: '余' }, '30', '% 余', '30% 余'],
    [{ value: [5, 8], unit: '%' }, '5%—8%', '', '5%—8%'],
    [{ value: [5, 8], unit: '‰' }, '5‰—8‰', '', '5‰—8‰'],
    [{ value: 3, unit: '‰', qualifier: '余' }, '3', '‰ 余', '3‰ 余'],
    [{ value: 99, unit: '%', qualifier: '以上' }, '99', '% 以上', '99% 以上'],
    [{ value: [5, 8], unit: '%', qualifier: '以上' }, '5%—8%', '以上', '5%—8% 以上'],
    [{ value: 5000, unit: '万元', qualifier: '以上' }, '5000', '万元以上', '5000 万元以上'],
    [{ value: 3, unit: '件', qualifier: '至少' }, '至少 3', '件', '至少 3 件'],
    [{ value: 5, unit: '%', qualifier: '不足' }, '不足 5', '%', '不足 5%'],
    [{ value: 5, unit: '户', qualifier: '以下' }, '5', '户以下', '5 户以下'],
    [{ value: 3000, unit: '元', qualifier: '左右' }, '3000', '元左右', '3000 元左右'],
    [{ value: 3, unit: '家', qualifier: '等' }, '3', '家等', '3 家等'],
    [{ value: 2, unit: '年', qualifier: '多' }, '2', '年多', '2 年多'],
    [{ value: 10, unit: '年', qualifier: '多' }, '10', '多年', '10 多年'],
    [{ value: 3, unit: '个月', qualifier: '多' }, '3', '个多月', '3 个多月'],
    [{ value: 10, unit: '个月', qualifier: '多' }, '10', '多个月', '10 多个月'],
    [{ value: 1650, unit: '人次', qualifier: '余' }, '1650', '余人次', '1650 余人次'],
    [{ value: 3, unit: '万元', qualifier: '余' }, '3', '万余元', '3 万余元'],
    [{ value: 4.7, unit: '亿元', qualifier: '多' }, '4.7', '亿多元', '4.7 亿多元'],
    [{ value: 1650, unit: '人次', qualifier: ['约', '余'] }, '约 1650', '余人次', '约 1650 余人次'],
    [{ value: 300, unit: '', qualifier: '以上' }, '300', '以上', '300 以上'],
    [{ value: 30, unit: '%以上' }, '30', '%以上', '30%以上'],
    [{ value: 300, unit: '' }, '300', '', '300'],
  ])('%o as %s and %s', (figure, number, unit, text) => {
    expect(formatFigure(figure)).toEqual({ number, unit });
    expect(figureText(figure)).toBe(text);
  });

  test.each<[AsOf, string]>([
    [{ asOf: null }, FIGURES_PAGE.undated],
    [{ asOf: null, printed: '近期' }, '时间未注明（原文作“近期”）'],
    [{ asOf: '2019' }, '2019 年'],
    [{ asOf: '2019?' }, '2019 年（推定）'],
    [{ asOf: '2019?', ground: '上文' }, '2019 年（年份据上文推定）'],
    [{ asOf: '2018?/2020?', ground: '上文' }, '2018—2020 年间（年份据上文推定）'],
    [{ asOf: '2018/2020' }, '2018—2020 年'],
    [{ asOf: '2019?-01/2019?-08', ground: '上文' }, '2019 年 1—8 月（年份据上文推定）'],
    [{ asOf: '2019-11?/2019-12?', ground: '上文' }, '2019 年 11—12 月间（年月据上文推定）'],
    [{ asOf: '2019?/..', printed: '今年以来', ground: '上文' }, '2019 年以来（年份据上文推定）'],
    [{ asOf: '2019-11/2019-12', printed: '截至 2019 年底' }, '截至 2019 年底'],
    [{ asOf: '2019~' }, '约 2019 年'],
  ])('a figure as of %o as of “%s”', (asOf, text) => expect(asOfText(asOf)).toBe(text));
});

describe('any number', () => {
  const whole = fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 99_999 }));
  const unit = fc.constantFrom('人', '户', '元', '万元', '亿元', '万人次', '个', '公里', '年', '个月', '%', '');
  const decimal = whole.map((n) => n / 100);
  const value = fc.oneof(
    whole,
    decimal,
    fc.tuple(whole, whole).map(([a, b]): [number, number] => [a / 100, (a + b) / 100]),
  );

  /** 20030405 → 二千零三万零四百零五, as it is taught: one 零 for any gap. */
  function toChinese(n: number, powers = [1e8, 1e4, 1e3, 1e2, 10]): string {
    const [power, ...lesser] = powers;
    if (power === undefined) return '零一二三四五六七八九'.charAt(n);
    if (n < power) return toChinese(n, lesser);
    const rest = n % power;
    const head =
      toChinese(Math.floor(n / power), lesser) +
      ({ 1e8: '亿', 1e4: '万', 1e3: '千', 100: '百', 10: '十' }[power] ?? '');
    return rest === 0 ? head : `${head}${rest < power / 10 ? '零' : ''}${toChinese(rest, lesser)}`;
  }

  test('in digits is read back', () =>
    fc.assert(
      fc.property(whole, (n) => {
        const grouped = n.toLocaleString('en-US');
        for (const text of [`${n}`, `${n} 人`, `共 ${n}人`, `${grouped} 人`])
          expect(readFigure(text)?.values).toEqual([n]);
      }),
    ));

  test('in 万 or 亿 is read back', () =>
    fc.assert(
      fc.property(whole, (n) => {
        const digits = String(n).padStart(9, '0');
        const point = (places: number): string => `${Number(digits.slice(0, -places))}.${digits.slice(-places)}`;
        expect(readFigure(`${point(4)} 万元`)?.values).toEqual([n]);
        expect(readFigure(`${point(8)}亿元`)?.values).toEqual([n]);
        if (n > 1e4 && n % 1e4) expect(readFigure(`${Math.floor(n / 1e4)} 万 ${n % 1e4} 元`)?.values).toEqual([n]);
      }),
    ));

  test('in Chinese numerals is read back', () =>
    fc.assert(
      fc.property(whole, (n) => {
        expect(readChineseNumeral(toChinese(n))).toBe(n);
        expect(readFigure(`${toChinese(n)}户`)).toEqual({ values: [n], units: '户', qualifiers: [] });
        expect(readFigure(`${toChinese(n).replace(/^二(?=[千万亿])/, '两')}余户`)?.values).toEqual([n]);
      }),
    ));

  test('as displayed states itself and nothing else', () =>
    fc.assert(
      fc.property(value, unit, fc.constantFrom(...QUALIFIERS, undefined), (v, u, q) => {
        const figure: Quantity = { value: v, unit: u, qualifier: q };
        expect(explainFigureMismatch(figureText(figure), figure)).toBe('');
        expect(figureMatches(`累计达到${figureText(figure)}，`, figure)).toBe(true);
        const more = (x: number): number => x + 1;
        const other = typeof v === 'number' ? more(v) : ([v[0], more(v[1])] satisfies [number, number]);
        expect(figureMatches(figureText({ ...figure, value: other }), figure)).toBe(false);
      }),
    ));

  test('or text at all is read without failing', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'019.,，%一十百千万亿零两余多近约至—～分之户元 第“”') }),
        (text) => {
          for (const n of readFigure(text)?.values ?? []) expect(n).toBeGreaterThanOrEqual(0);
        },
      ),
    ));
});
