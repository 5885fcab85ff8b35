import { name } from '#archive';
import { LIST } from '#words/punctuation.ts';
import { escapeHtml } from '../lib/text/escape.ts';
import { fillNames } from '../lib/text/fill.ts';
import { getCounties, getPeriod, getStories } from './content.ts';

/** What a page of the archive's own may name and the archive knows better, in HTML. */
export async function fillPage(html: string): Promise<string> {
  const [stories, units, period] = await Promise.all([getStories(), getCounties(), getPeriod()]);
  return fillNames(html, {
    站名: escapeHtml(name),
    文章数: stories.length,
    地方数: units.length,
    各地: escapeHtml(units.map((unit) => unit.name).join(LIST)),
    年份: escapeHtml(period ?? ''),
  });
}
