import { name } from '#archive';
import { LIST } from '#words/punctuation.ts';
import { escapeHtml } from '../lib/text/escape.ts';
import { fillNames } from '../lib/text/fill.ts';
import { getCounties, getPeriods, getStories } from './content.ts';

/** What an archive's own words may name and the archive knows better: so that no count is written by hand. */
async function valuesOf(): Promise<Record<string, string | number>> {
  const [stories, units, periods] = await Promise.all([getStories(), getCounties(), getPeriods()]);
  return {
    站名: name,
    文章数: stories.length,
    地方数: units.length,
    各地: units.map((unit) => unit.name).join(LIST),
    年份: periods.events ?? periods.reports ?? '',
    年数: periods.years,
    报道年份: periods.reports ?? '',
    推定篇数: stories.filter(({ source }) => source?.dateBasis === 'inferred').length,
  };
}

/** A page of the archive's own, in HTML. */
export async function fillPage(html: string): Promise<string> {
  const values = Object.entries(await valuesOf()).map(([key, value]) => [key, escapeHtml(String(value))]);
  return fillNames(html, Object.fromEntries(values));
}

/** The page for readers abroad, in HTML: `〔reports〕` and others are counted as it is built. */
export async function fillEnglish(html: string): Promise<string> {
  const [stories, units, { events, reports }] = await Promise.all([getStories(), getCounties(), getPeriods()]);
  const count = (isOne: (story: (typeof stories)[number]) => boolean) => stories.filter(isOne).length;
  return fillNames(html, {
    stories: stories.length,
    reports: count(({ source }) => source !== null),
    essays: count(({ source }) => source === null),
    units: units.length,
    years: years(events ?? reports),
    'report years': years(reports),
    inferred: count(({ source }) => source?.dateBasis === 'inferred'),
  });
}

/** A period as English sets it. */
const years = (period: string | null): string => (period ?? '').replace(/—+/, '–');

/** A line of `site.yaml`: tagline, description, colophon. */
export const fillLine = async (text: string): Promise<string> => fillNames(text, await valuesOf());
