import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/lib/dates/days.ts';
import { datePrecision } from '../../src/lib/dates/edtf.ts';
import { drawTimeline } from '../../src/lib/timeline/drawing.ts';
import { isDated, stripColumns } from '../../src/lib/timeline/order.ts';
import { signOf } from '../../src/lib/timeline/signs.ts';
import { entryAnchor } from '../../src/lib/urls.ts';
import { milestoneDate } from '../../src/site/milestones.ts';
import { reports } from '../support/content.ts';

const milestones = reports.flatMap(({ slug, data }) => {
  const story = { slug, county: { id: data.county, name: data.county, code: data.county } };
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

    test('is a point on the axis only where the day is known', () => {
      const { shape, start, end } = signOf(milestone);
      expect(shape === 'day').toBe(precision === 'day');
      if (shape === 'day') expect(end - start).toBe(DAY);
    });
  },
);

describe('on the timeline', () => {
  const drawn = new Set(
    (drawTimeline(milestones)?.lanes ?? []).flatMap(({ signs }) => signs).map(({ entry }) => entry),
  );

  test.skipIf(undated.length === 0)('what the papers date by vague words alone has no point anywhere', () => {
    const inStrip = stripColumns(milestones).flatMap((column) => column.milestones);
    for (const milestone of undated) {
      const { id, printed, story } = milestone;
      expect(printed, id).toBeTruthy();
      expect(drawn.has(entryAnchor(story.slug, id)), id).toBe(false);
      expect(inStrip, id).not.toContain(milestone);
    }
  });

  test('all else is drawn', () => expect(drawn.size).toBe(dated.length));
});
