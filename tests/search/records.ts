import { genres } from '#archive';
import { bounds } from '../../src/lib/dates/edtf.ts';
import { isOpen } from '../../src/lib/privacy/open.ts';
import { withinOf } from '../../src/lib/units/names.ts';
import { counties, type Manuscript, manuscripts } from '../support/content.ts';
import { randomFrom } from '../support/random.ts';
import { readIndex } from '../support/search-index.ts';
import { hasRun, meetsDays, type TruePage, tokensOf, type Wanted } from './truth.ts';

type Days = readonly [first: string, last: string];

/** What an index in a built folder holds of each page beside its text, by address: for searches that name no field. */
export function readRecords(folder: string): Map<string, Pick<TruePage, 'record' | 'days'>> {
  const { catalogue, texts } = readIndex(folder);
  const own = (catalogue.fields ?? []).filter(({ inText }) => !inText).map(({ id }) => id);
  return new Map(
    texts.map(({ url, fields: values = {} }) => {
      const all = own.flatMap((id) => values[id] ?? []).map((one) => (typeof one === 'string' ? { text: one } : one));
      const days = all.flatMap((value) => ('days' in value && value.days ? [asDays(value.days.split('/'))] : []));
      return [url, { record: all.map(({ text }) => text), days }] as const;
    }),
  );
}

const asDays = ([first = '', last = first]: readonly string[]): Days => [first, last];

/** What the manuscript of a story says of it, by the names that may stand before a colon. */
export function readManuscript({ data }: Manuscript): NonNullable<TruePage['named']> {
  const sources = [data.source, ...data.sources].filter((source) => source !== undefined);
  const about = counties.filter(({ id }) => id === data.county || data.counties.includes(id));
  const daysOf = (dates: readonly (string | null)[]): Days[] =>
    dates.flatMap((date) => {
      const { earliest, latest } = date ? bounds(date) : { earliest: null, latest: null };
      const [first, last] = [earliest ?? latest, latest ?? earliest];
      return first && last && /^\d{4}-/.test(first) && /^\d{4}-/.test(last) ? [[first, last] as const] : [];
    });
  const reported = daysOf(sources.map(({ date }) => date));
  const told = daysOf(data.milestones.filter(isOpen).map(({ date }) => date));
  const texts = (values: readonly (string | null | undefined)[]) => ({
    texts: values.filter((value) => value !== null && value !== undefined),
  });
  return {
    作者: texts(sources.flatMap(({ bylines }) => bylines.flatMap(({ names }) => names))),
    报刊: texts(sources.map(({ publisher }) => publisher)),
    县: texts(about.map(({ name }) => name)),
    省: texts(about.flatMap((county) => withinOf(county))),
    原题: texts(sources.map(({ headline }) => headline)),
    体裁: texts([genres[data.genre]?.name]),
    记事: texts(data.milestones.filter(isOpen).map(({ title }) => title)),
    数字: texts(data.figures.filter(isOpen).map(({ label }) => label)),
    年: { days: reported },
    日期: { days: [...reported, ...told] },
  };
}

/** The pages with all that is said of them. */
export function withRecords(pages: readonly TruePage[], folder: string): TruePage[] {
  const records = readRecords(folder);
  return pages.map((page) => {
    const manuscript = manuscripts.find(({ path }) => page.path.endsWith(`/${path}`));
    return { ...page, ...records.get(page.path), ...(manuscript ? { named: readManuscript(manuscript) } : {}) };
  });
}

/** Generated queries for what the records say: values whole and in part, with and without quotes, excluded; dates and stretches. */
export function generateRecordQueries(pages: readonly TruePage[], count: number): Wanted[] {
  const random = randomFrom(20261127);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const colon = () => pick([':', '：', ': ']) ?? ':';
  const values = pages.flatMap(({ named = {} }) =>
    Object.entries(named).flatMap(([name, { texts = [] }]) => texts.map((text) => ({ name, text }))),
  );
  const dates = pages.flatMap(({ named = {} }) =>
    Object.entries(named).flatMap(([name, { days = [] }]) => days.map((one) => ({ name, days: one }))),
  );
  const says = (name: string, run: readonly string[]) => (page: TruePage) =>
    page.named?.[name]?.texts?.some((text) => hasRun(text, run)) ?? false;
  const cut = (): { name: string; run: string[] } | null => {
    const value = pick(values);
    const tokens = tokensOf(value?.text ?? '').filter((token) => token.length > 0);
    if (!value || tokens.length === 0 || !tokens.every((token) => HAN.test(token))) return null;
    const length = 1 + Math.floor(random() * tokens.length);
    const start = Math.floor(random() * (tokens.length - length + 1));
    return { name: value.name, run: tokens.slice(start, start + length) };
  };
  const inField = (): Wanted | null => {
    const one = cut();
    if (!one) return null;
    const [open = '', close = ''] = pick(['', '“”', '""', '「」']) ?? '';
    const query = one.name + colon() + open + one.run.join('') + close;
    return { kind: 'a field', query, all: [], only: says(one.name, one.run) };
  };
  const excluded = (): Wanted | null => {
    const one = cut();
    const word = pick(tokensOf(pick(pick(pages)?.blocks ?? []) ?? '').filter((token) => HAN.test(token)));
    if (!one || !word) return null;
    const isSaid = says(one.name, one.run);
    const query = `${word} -${one.name}${colon()}${one.run.join('')}`;
    return { kind: 'a field excluded', query, all: [[word]], only: (page) => !isSaid(page) };
  };
  const dated = (): Wanted | null => {
    const [a, b] = [pick(dates), pick(dates)];
    if (!a || !b) return null;
    const [from, to] = [a.days[0], b.days[1]].sort();
    const length = pick([4, 7, 10]) ?? 4;
    const [first = '', last = ''] = [from?.slice(0, length), to?.slice(0, length)];
    const end = pick(['both', 'one', 'from', 'to']);
    const query = { both: `${first}..${last}`, one: first, from: `${first}..`, to: `..${last}` }[end ?? 'one'] ?? first;
    const whole = (day: string, rest: string) => day + rest.slice(day.length);
    const [earliest, latest] = [
      end === 'to' ? '0000' : whole(first, '0000-01-01'),
      end === 'from' ? '9999' : whole(end === 'one' ? first : last, '0000-12-31'),
    ];
    const only = ({ named = {} }: TruePage) =>
      named[a.name]?.days?.some((days) => meetsDays(days, earliest, latest)) ?? false;
    return { kind: 'dates of a field', query: a.name + colon() + query, all: [], only };
  };
  const kinds = [inField, inField, excluded, dated];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? null).filter((one) => one !== null);
}

const HAN = /^\p{Script=Han}$/u;
