// npm run bench:mark: every story that readers can see, stripped of its marks and marked anew by suggestions, held against
// the marks that its editor set. -- --show lists what was missed and what was suggested beside the truth.
import { join } from 'node:path';
import { readContent } from '../../src/editing/files/read-content.ts';
import { isClosed } from '../../src/editing/marking/passages.ts';
import { type PlacedSuggestion, suggestFor } from '../../src/editing/marking/suggest-for.ts';
import { type Block, isOwn } from '../../src/lib/manuscript/blocks.ts';
import { readStory } from '../../src/lib/manuscript/manuscript.ts';
import { storyAt } from '../../src/lib/manuscript/paths.ts';
import { textOf, walk } from '../../src/lib/manuscript/tree.ts';
import { splitUnit } from '../../src/lib/numbers/figures.ts';
import { scaled } from '../../src/lib/numbers/numerals.ts';
import { qualifiersOf } from '../../src/lib/qualifiers/qualifiers.ts';
import { isEssay } from '../../src/lib/schema/essay.ts';
import { stripMarks } from './strip-marks.ts';

/** A mark as its editor set it, by its words' place among all words of the story. */
interface True {
  start: number;
  end: number;
  words: string;
  key: string;
  /** Dates alone: the same days, whatever is said of their certainty. */
  loose?: string;
  isDated?: boolean;
}

const LIMITS = { figures: 0.9, milestones: 0.85, precision: 0.9 };
const folder = process.env.CONTENT_DIR ?? 'src/content';
const isShown = process.argv.includes('--show');
const files = readContent(folder);
const letters = (text: string): string => text.replace(/[\s\uFFFC\u2028]/g, '');

const figureKey = (value: number | readonly number[], unit: string, qualifiers: readonly string[]): string => {
  const { power, noun } = splitUnit(unit);
  const values = (typeof value === 'number' ? [value] : value).map((one) => scaled(one, power));
  return `${values.join('—')} ${noun} ${[...qualifiers].sort().join()}`;
};

type Tally = { truth: number; found: number; suggested: number; right: number; loose: number };
const KINDS = ['figures', 'milestones', 'people', 'places', 'practices'] as const;
type Kind = (typeof KINDS)[number];
const none = (): Tally => ({ truth: 0, found: 0, suggested: 0, right: 0, loose: 0 });
const total = Object.fromEntries(KINDS.map((kind) => [kind, none()])) as Record<Kind, Tally>;

for (const file of files) {
  if (!storyAt(file.path)) continue;
  const { data, body } = readStory(file);
  if (!data || isEssay(data) || data.status !== 'published') continue;
  const stripped = { path: file.path, text: stripMarks(file.text) };
  const result = suggestFor(stripped, files);
  if ('fault' in result) throw new Error(`${join(folder, file.path)}: ${result.fault.message}`);
  // Both are placed by the letters before them: the words are the same.
  const truth: Record<Kind, True[]> = { figures: [], milestones: [], people: [], places: [], practices: [] };
  let before = 0;
  for (const block of body.blocks.filter(isOwn)) {
    for (const { name, id, story, text, start } of block.marks) {
      if (story !== undefined) continue;
      const at = before + letters(ownWords(block, start)).length;
      const mark = { start: at, end: at + letters(text).length, words: text };
      const figure = name === 'Figure' && data.figures.find((one) => one.id === id);
      const milestone = name === 'Milestone' && data.milestones.find((one) => one.id === id);
      if (figure)
        truth.figures.push({ ...mark, key: figureKey(figure.value, figure.unit, qualifiersOf(figure.qualifier)) });
      if (milestone)
        truth.milestones.push({
          ...{ ...mark, key: String(milestone.date), isDated: milestone.date !== null },
          loose: String(milestone.date).replaceAll('?', ''),
        });
      if (name === 'Person') truth.people.push({ ...mark, key: id });
      if (name === 'Place') truth.places.push({ ...mark, key: id });
      if (name === 'Practice') truth.practices.push({ ...mark, key: id });
    }
    before += letters(ownWords(block, block.text.length)).length;
  }
  const mine: Record<Kind, (True & { one: PlacedSuggestion })[]> = {
    ...{ figures: [], milestones: [], people: [], places: [], practices: [] },
  };
  let index = 0;
  let passed = 0;
  for (const [passage, { text }] of result.passages.entries()) {
    for (; index < result.suggestions.length && result.suggestions[index]?.passage === passage; index++) {
      const one = result.suggestions[index];
      if (!one) continue;
      const at = passed + letters(text.slice(0, one.start)).length;
      const place = { start: at, end: at + letters(one.words).length, words: one.words, one };
      if (one.kind === 'figure') mine.figures.push({ ...place, key: figureKey(one.value, one.unit, one.qualifiers) });
      if (one.kind === 'milestone')
        mine.milestones.push({
          ...{ ...place, key: String(one.when.date), loose: String(one.when.date).replaceAll('?', '') },
        });
      if (one.kind === 'mention') mine[one.field].push({ ...place, key: one.id });
    }
    passed += letters(text).length;
  }
  console.log(`\n${file.path}${before === passed ? '' : `  words differ: ${before} ${passed}`}`);
  for (const kind of KINDS) measure(kind, truth[kind], mine[kind]);
}

/** The words of a block up to a place, without those of notes and links, in which nothing is suggested. */
function ownWords({ text, node }: Block, end: number): string {
  let words = text.slice(0, end);
  walk(node, (inner) => {
    if (!isClosed(inner)) return;
    const closed = textOf(inner).replace(/\s+/g, ' ').trim();
    const at = text.indexOf(closed);
    if (closed !== '' && at >= 0 && at < end) words = words.replace(closed, '');
  });
  return words;
}

function measure(kind: Kind, truth: readonly True[], mine: readonly True[]): void {
  const isMention = kind !== 'figures' && kind !== 'milestones';
  const tally = total[kind];
  const met = (a: True, b: True) => a.start < b.end && b.start < a.end;
  // An entry is wanted once, wherever it is named; a figure and an event where they are stated.
  const wanted = isMention ? [...new Map(truth.map((one) => [one.key, one])).values()] : truth;
  const counted = kind === 'milestones' ? wanted.filter(({ isDated }) => isDated) : wanted;
  const used = new Set<True>();
  const pair = (one: True, isSame: (other: True) => boolean) => {
    const other = mine.find((own) => !used.has(own) && isSame(own) && (isMention || met(one, own)));
    if (other) used.add(other);
    return other;
  };
  const missed: True[] = [];
  let found = 0;
  for (const one of wanted) {
    const isFound = pair(one, (own) => own.key === one.key) !== undefined;
    if (!counted.includes(one)) continue;
    if (isFound) found++;
    else missed.push(one);
  }
  const loose = missed.filter((one) => one.loose !== undefined && pair(one, (own) => own.loose === one.loose)).length;
  // The same words of a mention elsewhere are right too.
  const right = mine.filter((own) => used.has(own));
  tally.truth += counted.length;
  tally.found += found;
  tally.loose += loose;
  tally.suggested += mine.length;
  tally.right += right.length;
  const more = mine.filter((own) => !used.has(own));
  console.log(
    `  ${kind.padEnd(10)} ${found}${loose ? `+${loose}` : ''} of ${counted.length} found; ${right.length} of ${mine.length} right`,
  );
  if (!isShown) return;
  for (const one of missed) {
    const near = mine.filter((own) => met(one, own)).map(({ key, words }) => `${key} ${words}`);
    console.log(`    missed ${one.key} | ${one.words}${near.length ? `   ← ${near.join(' / ')}` : ''}`);
  }
  for (const one of more) console.log(`    beside ${one.key} | ${one.words}`);
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
console.log('\nkind         wanted  found            same days   suggested  right');
const sum = none();
for (const kind of KINDS) {
  const { truth, found, suggested, right, loose } = total[kind];
  for (const key of ['truth', 'found', 'suggested', 'right', 'loose'] as const) sum[key] += total[kind][key];
  const same = kind === 'milestones' ? percent(found + loose, truth) : '';
  console.log(
    `${kind.padEnd(12)} ${String(truth).padEnd(7)} ${`${found} (${percent(found, truth)})`.padEnd(16)} ${same.padEnd(11)} ${String(suggested).padEnd(10)} ${right} (${percent(right, suggested)})`,
  );
}
console.log(`all suggestions: ${sum.right} of ${sum.suggested} right (${percent(sum.right, sum.suggested)})`);
const isFine =
  total.figures.found >= LIMITS.figures * total.figures.truth &&
  total.milestones.found >= LIMITS.milestones * total.milestones.truth &&
  sum.right >= LIMITS.precision * sum.suggested;
if (!isFine) {
  console.log('Below what is asked: 90 % of the figures, 85 % of the dated milestones, 90 % of the suggestions right.');
  process.exitCode = 1;
}
