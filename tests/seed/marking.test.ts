import { describe, expect, test } from 'vitest';
import { ASKED, measureMarking, sumUp } from '../bench/measure-marking.ts';
import { FOLDER } from '../support/content.ts';
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
});
