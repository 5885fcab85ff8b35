import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/editing/files/read-content.ts';
import { DAY } from '../../src/lib/dates/days.ts';
import { datePrecision } from '../../src/lib/dates/edtf.ts';
import { readYaml, validate } from '../../src/lib/manuscript/frontmatter.ts';
import { splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { storySchema } from '../../src/lib/schema/story.ts';
import { drawTimeline } from '../../src/lib/timeline/drawing.ts';
import { isDated, stripColumns } from '../../src/lib/timeline/order.ts';
import { signOf } from '../../src/lib/timeline/signs.ts';
import { entryAnchor } from '../../src/lib/urls.ts';
import { milestoneDate } from '../../src/site/milestones.ts';

/** What holds for the milestones that the project ships. */
const milestones = readContent('src/content')
  .filter(({ path }) => path.startsWith('stories/'))
  .flatMap(({ path, text }) => {
    const { value } = validate(storySchema, readYaml(splitManuscript(text)?.frontmatter ?? '', 2));
    const slug = path.replace(/^.*\/|\.mdx$/g, '');
    const story = { slug, county: { id: value?.county ?? '', code: value?.county ?? '' } };
    return (value?.milestones ?? []).map((milestone) => ({ ...milestone, story }));
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

    test('says so where it is inferred, and why', () => {
      if (milestone.basis === 'stated') expect(shown).not.toContain('推定');
      else expect([shown.includes('推定'), Boolean(milestone.note)]).toEqual([true, true]);
    });

    test('is a point on the axis only where the day is known', () => {
      const { shape, start, end } = signOf(milestone);
      expect(shape === 'day').toBe(precision === 'day');
      if (shape === 'day') expect(end - start).toBe(DAY);
    });
  },
);

describe('what the papers date by vague words alone', () => {
  const drawn = new Set(
    drawTimeline(milestones)
      .lanes.flatMap(({ signs }) => signs)
      .map(({ entry }) => entry),
  );

  test('is there', () => expect(undated.length).toBeGreaterThanOrEqual(7));

  test('has the paper’s words and no point anywhere', () => {
    const inStrip = stripColumns(milestones).flatMap((column) => column.milestones.map(({ id }) => id));
    for (const { id, printed, story } of undated) {
      expect(printed, id).toBeTruthy();
      expect(drawn.has(entryAnchor(story.slug, id)), id).toBe(false);
      expect(inStrip).not.toContain(id);
    }
  });

  test('all else is drawn', () => {
    expect(drawn.size).toBe(dated.length);
  });
});
