import { compareDates } from '../dates/edtf.ts';
import { boundOf, type Qualified } from '../qualifiers/qualifiers.ts';
import { type FigureValue, splitUnit } from './figures.ts';
import { scaled } from './numerals.ts';

interface Measured {
  value: FigureValue;
  unit: string;
}

interface Sortable extends Measured {
  qualifier?: Qualified;
  label: string;
  asOf: string | null;
}

/** Measure words that count the same thing: 1359 名 and 16782 人 are both people. */
const PEOPLE = ['名', '口'];
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** What a unit counts, without its power of ten: 亿元, 万元 and 元 are 元; 名, 口 and 人 are 人. */
export function baseUnit(unit: string): string {
  const { noun } = splitUnit(unit);
  return PEOPLE.includes(noun) ? '人' : noun;
}

/** The bounds of a figure in its base unit: 4.76 亿元 is [476000000, 476000000], 8 至 10 户 is [8, 10]. */
export function baseRange({ value, unit }: Measured): [low: number, high: number] {
  const { power } = splitUnit(unit);
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  return [scaled(low, power), scaled(high, power)];
}

/** The base units that figures come in, the most frequent first. */
export function unitsOf(figures: readonly Measured[]): string[] {
  const groups = Map.groupBy(figures, ({ unit }) => baseUnit(unit));
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || byPinyin.compare(a, b)).map(([unit]) => unit);
}

/** Where a figure stands in each order: by its words, by unit and then value, and by date. */
export interface SortKeys {
  label: number;
  /** Place of its base unit in `unitsOf`. */
  unit: number;
  /** Place among all values in their base units, of a range its low end; 不足 5 comes before 5, and 5 以上 after it. */
  value: number;
  /** −1 where the source gives no date. */
  asOf: number;
}

/** The keys of each figure; figures that are equal in an order share its number. */
export function sortKeys<T extends Sortable>(figures: readonly T[]): Map<T, SortKeys> {
  const units = unitsOf(figures);
  const labels = [...new Set(figures.map(({ label }) => label))].sort(byPinyin.compare);
  const places = placesOf(figures);
  const dates: (string | null)[] = [...new Set(figures.flatMap(({ asOf }) => asOf ?? []))].sort(compareDates);
  const keysOf = (figure: T): SortKeys => ({
    label: labels.indexOf(figure.label),
    unit: units.indexOf(baseUnit(figure.unit)),
    value: places.get(figure) ?? 0,
    asOf: dates.indexOf(figure.asOf),
  });
  return new Map(figures.map((figure) => [figure, keysOf(figure)]));
}

/** The place of each figure in the order of their values; equal ones have one place. */
function placesOf<T extends Sortable>(figures: readonly T[]): Map<T, number> {
  const weigh = (figure: T) => {
    const bound = boundOf(figure.qualifier);
    return { figure, low: baseRange(figure)[0], lean: bound === 'to' ? -1 : Number(bound === 'from') };
  };
  const sorted = figures.map(weigh).sort((a, b) => a.low - b.low || a.lean - b.lean);
  let place = 0;
  return new Map(
    sorted.map(({ figure, low, lean }, index) => {
      const before = sorted[index - 1];
      if (before && (before.low !== low || before.lean !== lean)) place = index;
      return [figure, place];
    }),
  );
}
