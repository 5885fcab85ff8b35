import { MAP_PAGE } from '#words/map.ts';
import { T } from '#words/site.ts';
import { headingText, stretchShort } from '#words/years.ts';
import type { Column } from './years.ts';

const innerOf = (columns: readonly Column[]) => columns.filter((column) => column !== 'before' && column !== 'after');

/** What a column is called in the narrow strip: 「2019」, 「1930 年代」, 「前 5 世纪」, 「此前」. */
export function columnName(column: Column): string {
  if (column === 'before') return T.before;
  return column === 'after' ? T.after : stretchShort(column);
}

/** What a column is called where there is room: 「2019 年」, 「20 世纪 30 年代」, 「2015 年以前」. */
export function columnText(column: Column, columns: readonly Column[]): string {
  const inner = innerOf(columns);
  if (column === 'before') return MAP_PAGE.beforeYears(headingText(inner[0] ?? ''));
  return column === 'after' ? MAP_PAGE.afterYears(headingText(inner.at(-1) ?? '')) : headingText(column);
}

/** All that the columns between the ends cover: 「2015—2021 年」, 「20 世纪 30—90 年代」. */
export function stripTitle(columns: readonly Column[]): string {
  const inner = innerOf(columns);
  const [first, last] = [inner[0], inner.at(-1)];
  if (first === undefined || last === undefined) return T.before;
  return headingText(first === last ? first : `${first}/${last}`);
}

/** What a column of the table is called: 「2019」, of folded years 「2011—2014」. */
export function columnHeading({ heading, isGap }: { heading: Column; isGap: boolean }): string {
  if (!isGap) return columnName(heading);
  const ends = heading.split('/').map(stretchShort);
  return ends.join('—');
}
