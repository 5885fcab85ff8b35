import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/editing/check/content.ts';
import { inspectContent } from '../../src/editing/files/inspect-content.ts';
import { suggestFor } from '../../src/editing/marking/suggest-for.ts';
import { writeMarks } from '../../src/editing/marking/write-marks.ts';
import { ASKED, measureMarking, sumUp } from '../bench/measure-marking.ts';
import { stripMarks } from '../bench/strip-marks.ts';
import { FOLDER, reports } from '../support/content.ts';
import { otherArchive } from './bundled.ts';

/** What an editor is spared: the stories without their marks, and what is suggested for them. */
describe.skipIf(otherArchive() !== null)('of the marks of the bundled stories', () => {
  const sums = sumUp(measureMarking(FOLDER));
  test('nine figures in ten are suggested, with number, unit and qualifier', () =>
    expect(sums.figures.found / sums.figures.wanted).toBeGreaterThanOrEqual(ASKED.figures));
  test('85 dated milestones in a hundred are suggested, with the very date', () =>
    expect(sums.milestones.found / sums.milestones.wanted).toBeGreaterThanOrEqual(ASKED.milestones));
  test('nine suggestions in ten are what the editor marked', () =>
    expect(sums.all.right / sums.all.suggested).toBeGreaterThanOrEqual(ASKED.right));
  test('the check has nothing to say of what was suggested, once it is looked at', async () => {
    const { files, images, media } = await inspectContent(FOLDER);
    const marked = files.map((file) => {
      if (!reports.some(({ file: own }) => own === file.path)) return file;
      const bare = { path: file.path, text: stripMarks(file.text) };
      const suggested = suggestFor(bare, files);
      if ('fault' in suggested) throw new Error(suggested.fault.message);
      const chosen = suggested.suggestions.map((suggestion) => ({ suggestion, isLookedAt: true }));
      return { path: file.path, text: writeMarks(bare, suggested, chosen) };
    });
    const paths = new Set(reports.map(({ file }) => file));
    const own = checkContent(marked, { images, media, day: '2099-01-01' }).filter(({ file }) => paths.has(file));
    expect(own.map(({ file, rule, message }) => `${file} ${rule} ${message}`)).toEqual([]);
  });
});
