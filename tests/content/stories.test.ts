import { describe, expect, test } from 'vitest';
import { bounds, compareDates } from '../../src/lib/dates/edtf.ts';
import { anchorTables, counties, errorsOnSite, FOLDER, type Manuscript, manuscripts } from '../support/content.ts';

/** Every date of a story that something is sorted by. */
const datesOf = ({ data }: Manuscript): string[] =>
  [
    data.source?.date ?? null,
    ...data.milestones.map(({ date }) => date),
    ...data.figures.map(({ asOf }) => asOf),
  ].filter((date) => date !== null);

describe(`the archive in ${FOLDER}`, () => {
  test('has no error in what readers see', async () => expect(await errorsOnSite()).toEqual([]));

  test('has stories, and each belongs to a county, or as an essay to several', () => {
    expect(manuscripts.length).toBeGreaterThan(0);
    const known = counties.map(({ id }) => id);
    expect(
      manuscripts
        .filter(({ data }) => ![data.county ?? data.counties].flat().every((id) => known.includes(id)))
        .map(({ slug }) => slug),
    ).toEqual([]);
  });

  test('has every paragraph id in its committed table (npm run anchors writes it)', () => {
    const behind = manuscripts.filter(({ slug }) => anchorTables.get(slug)?.changed !== false);
    expect(behind.map(({ slug }) => slug)).toEqual([]);
  });
});

describe.each(manuscripts)('$slug', (story) => {
  test('has dates that can be sorted', () => {
    for (const date of datesOf(story)) {
      const { earliest, latest } = bounds(date);
      expect(earliest ?? latest, date).not.toBeNull();
      if (earliest && latest) expect(Date.parse(earliest), date).toBeLessThanOrEqual(Date.parse(latest));
    }
    const sorted = datesOf(story).sort(compareDates).map(bounds);
    const starts = sorted.map(({ earliest }) => (earliest === null ? Number.NEGATIVE_INFINITY : Date.parse(earliest)));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});
