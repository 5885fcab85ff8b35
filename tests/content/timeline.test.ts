import { describe, expect, test } from 'vitest';
import { datePrecision } from '../../src/lib/dates/edtf.ts';
import { isDated, stripColumns } from '../../src/lib/timeline/order.ts';
import { tableOf } from '../../src/lib/timeline/table.ts';
import { milestoneDate } from '../../src/site/milestones.ts';
import { reports } from '../support/content.ts';

const unitOf = new Map(reports.map(({ data: { county } }) => [county, { id: county, name: county }]));
const milestones = reports.flatMap(({ slug, data }) => {
  const story = { slug, county: unitOf.get(data.county) ?? { id: '', name: '' } };
  return data.milestones.map((milestone) => ({ ...milestone, story }));
});
const dated = milestones.filter(isDated);
const undated = milestones.filter(({ date }) => date === null);

describe.each(dated.map((milestone) => ({ name: `${milestone.story.slug} ${milestone.id}`, milestone })))(
  '$name',
  ({ milestone }) => {
    const shown = milestoneDate(milestone);
    const precision = datePrecision(milestone.date);

    test('is shown as precisely as it is stored, and no more', () => {
      const has = { day: / 日/.test(shown), month: / 月/.test(shown), year: / 年/.test(shown) };
      if (precision === 'day') expect(has).toEqual({ day: true, month: true, year: true });
      if (precision === 'month') expect(has).toEqual({ day: false, month: true, year: true });
      if (precision === 'year') expect(has).toEqual({ day: false, month: false, year: true });
    });

    test('says so where it is inferred, and only there', () => {
      expect(shown.includes('推定')).toBe(milestone.basis === 'inferred');
    });
  },
);

describe('on the timeline', () => {
  const { rows } = tableOf(milestones);
  const inColumns = rows.flatMap(({ bars, cells }) => [
    ...bars.flat().map(({ milestone }) => milestone),
    ...cells.flat(),
  ]);

  test.skipIf(undated.length === 0)('what the papers date by vague words alone stands under no year', () => {
    const inStrip = stripColumns(milestones).flatMap((column) => column.milestones);
    for (const milestone of undated) {
      const { id, printed } = milestone;
      expect(printed, id).toBeTruthy();
      expect(inColumns, id).not.toContain(milestone);
      expect(inStrip, id).not.toContain(milestone);
    }
    expect(rows.flatMap((row) => row.undated)).toHaveLength(undated.length);
  });

  test('all else does', () => expect(inColumns).toHaveLength(dated.length));
});
