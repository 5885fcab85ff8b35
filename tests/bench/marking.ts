// npm run bench:mark: every report that readers can see, stripped of its marks and marked anew by suggestions, held
// against the marks that its editor set. With -- --show it lists what was missed and what was suggested beside the truth.
import { ASKED, KINDS, measureMarking, minutesOf, sumUp } from './measure-marking.ts';

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
const row = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.padEnd(16))
    .join('')
    .trimEnd();

const measured = measureMarking(process.env.CONTENT_DIR ?? 'src/content');
if (process.argv.includes('--show'))
  for (const { path, notes } of measured) console.log([path, ...notes.map((note) => `  ${note}`), ''].join('\n'));
const sums = sumUp(measured);
console.log(row(['', 'wanted', 'found', 'suggested', 'right']));
for (const kind of [...KINDS, 'all'] as const) {
  const { wanted, found, suggested, right } = sums[kind];
  const shares = [`${found} (${percent(found, wanted)})`, String(suggested), `${right} (${percent(right, suggested)})`];
  console.log(row([kind, String(wanted), ...shares]));
}
console.log('\nminutes by the keystroke model, with suggestions and by hand:');
for (const story of measured) {
  const { suggested, byHand } = minutesOf(story);
  console.log(`  ${suggested.toFixed(1).padStart(5)} ${byHand.toFixed(1).padStart(6)}  ${story.path}`);
}
const isFine =
  sums.figures.found >= ASKED.figures * sums.figures.wanted &&
  sums.milestones.found >= ASKED.milestones * sums.milestones.wanted &&
  sums.all.right >= ASKED.right * sums.all.suggested;
console.log(
  `asked: ${percent(ASKED.figures, 1)} of the figures, ${percent(ASKED.milestones, 1)} of the dated milestones, ${percent(ASKED.right, 1)} of all suggestions right: ${isFine ? 'reached' : 'NOT reached'}`,
);
if (!isFine) process.exitCode = 1;
