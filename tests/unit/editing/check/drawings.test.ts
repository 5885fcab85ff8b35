import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { DRAWING_CASES } from '../../../fixtures/bad/drawings.ts';
import { essayOf } from '../../../support/essay.ts';

const good = readContent('tests/fixtures/content');
const PATH = 'stories/jianan/sample-story.mdx';

/** The good content with drawings, and rows for them, in its story. */
const check = (drawing: string, rows: { figures?: string; milestones?: string; marks?: string } = {}) => {
  const files = good.map((file) => {
    if (file.path !== PATH) return file;
    const text = file.text
      .replace('figures:\n', `figures:\n${rows.figures ?? ''}`)
      .replace('milestones:\n', `milestones:\n${rows.milestones ?? ''}`)
      .replace('- 第一本', `${rows.marks ?? ''}\n\n${drawing}\n\n- 第一本`);
    return { ...file, text };
  });
  const line =
    (files.find(({ path }) => path === PATH)?.text ?? '')
      .split('\n')
      .lastIndexOf(drawing.split('\n').findLast((one) => one.startsWith('<') && !one.startsWith('</')) ?? drawing) + 1;
  return { line, problems: checkContent(files, { day: '2027-01-01' }) };
};

describe('a drawing is refused at its line, in Chinese:', () => {
  test.each(DRAWING_CASES)('$name', ({ drawing, rows, rule, says }) => {
    const { line, problems } = check(drawing, rows);
    const found = problems.filter((problem) => problem.rule === rule);
    expect(found, JSON.stringify(problems)).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: PATH, line });
    expect(found[0]?.hint ?? false).toBe(false);
    expect(`${found[0]?.message}→${found[0]?.cure}`).toMatch(says);
  });
});

test('a drawing that says what the rows say is let in', () => {
  const figures = `  - { id: east, label: 东边的农户, value: 3, unit: 户, asOf: "2020" }\n  - { id: west, label: 西边的农户, value: 4, unit: 户, asOf: "2020" }\n`;
  const marks = '<Figure id="east">3 户</Figure>和 <Figure id="west">4 户</Figure>';
  expect(check('<Compare title="两边" figures="east west" />', { figures, marks }).problems).toEqual([]);
  expect(check('<Share parts="east" whole="households" />', { figures, marks }).problems).toEqual([]);
});

describe('an essay', () => {
  const essay = (drawing: string, from = '', to = '') =>
    checkContent(
      [
        ...good.map((file) => ({ ...file, text: file.text.replace(from, to) })),
        {
          path: 'stories/essays/two-villages.mdx',
          text: `${essayOf('<Figure story="sample-story" id="households">32168 户</Figure>')}\n\n${drawing}\n`,
        },
      ],
      { day: '2027-01-01' },
    )
      .filter(({ message }) => /<(?:Growth|Share)>/.test(message))
      .map(({ rule }) => rule);
  test('draws what other stories state', () => {
    expect(essay('<Growth from="sample-story/households" to="sample-story/more" />')).toContain('id-unknown');
    expect(essay('<Share story="sample-story" parts="households" whole="households" />')).toEqual([]);
  });
  test('draws nothing private of them', () => {
    const row = 'unit: 户, asOf: "2020" }';
    const found = essay(
      '<Share parts="sample-story/households" whole="sample-story/households" />',
      row,
      row.replace(' }', ', private: true }'),
    );
    expect(found).toContain('drawing-private');
  });
  test('draws nothing of a story that readers cannot see', () => {
    expect(
      essay(
        '<Share story="sample-story" parts="households" whole="households" />',
        'status: published',
        'status: draft',
      ),
    ).toContain('mark-unpublished');
  });
});

test('a practice has no evidence of its own to draw', () => {
  const practice = good.find(({ path }) => path.startsWith('practices/'));
  if (!practice) throw new Error('The good content has no practice.');
  const text = `${practice.text}\n\n<Compare figures="households income" />\n`;
  const problems = checkContent([...good.filter((file) => file !== practice), { ...practice, text }], {
    day: '2027-01-01',
  });
  expect(problems.map(({ rule }) => rule)).toContain('component-place');
});
