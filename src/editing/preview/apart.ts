import { readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, storyAt } from '../../lib/manuscript/paths.ts';
import { pictureAt, picturesIn } from '../../lib/manuscript/pictures.ts';
import { isError, type Problem } from '../../lib/manuscript/problem.ts';
import type { RuleId } from '../../lib/manuscript/rules.ts';

/**
 * Errors with which an article can still be read as it will look: something that it says is wrong, and nothing that it
 * is made of. With any other it is set apart in the preview, so that no page that takes something from it breaks.
 */
const READABLE: ReadonlySet<RuleId> = new Set<RuleId>([
  ...(['address-due', 'address-lost', 'address-row', 'anchors-due', 'anchors-telling', 'background-text'] as const),
  ...(['correction-early', 'date-certainty', 'date-fine', 'date-ground', 'date-late'] as const),
  ...([
    'date-mismatch',
    'date-this-year',
    'mark-words',
    'published-day',
    'english-chinese',
    'english-length',
    'english-number',
  ] as const),
  ...(['english-private', 'figure-mismatch', 'figure-unit', 'health-words', 'list-closed'] as const),
  ...(['number-loose', 'personal-number', 'private-label', 'private-place', 'private-summary'] as const),
  ...(['published-ahead', 'qualifier-outside', 'quote-apart', 'quote-long'] as const),
  ...(['quote-unprinted', 'retired-reason', 'retired-there', 'silent-change', 'silent-day'] as const),
  ...(['term-in-text', 'term-twice', 'unresolved', 'unsaid-in-text', 'unsaid-sentence'] as const),
  ...(['updated-early', 'withheld-letters', 'withheld-name'] as const),
]);

/**
 * What is wrong with a story since something that it needs cannot be read: a file that it shows, its county.
 * @param counties ids of those that can be read
 */
export function findLacks(
  files: readonly ContentFile[],
  problems: readonly Problem[],
  counties: ReadonlySet<string>,
): Problem[] {
  const broken = new Map(problems.filter(isError).map((problem) => [problem.file, problem]));
  return files
    .filter(({ path }) => storyAt(path))
    .flatMap((file): Problem[] => {
      const { data } = readStory(file);
      if (!data) return [];
      const place = { file: file.path, line: 1, column: 1 };
      const shown = [...picturesIn(file), ...data.media.map((medium) => pictureAt(file.path, medium.file) ?? '')];
      const own = shown.flatMap((path) => {
        const problem = broken.get(path);
        return problem ? [{ ...problem, ...place, message: `${path}：${problem.message}` }] : [];
      });
      const missing = [data.county ?? data.counties].flat().find((id) => id !== undefined && !counties.has(id));
      if (missing === undefined) return own;
      const cure = `先改好 counties/${missing}.yaml`;
      return [...own, { ...place, rule: 'id-unknown', message: `县区“${missing}”的登记表读不出来`, cure }];
    });
}

/** What was found in each file, by its path: errors first, in the order of lines. */
export function byFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) found.set(problem.file, [...(found.get(problem.file) ?? []), problem]);
  for (const own of found.values())
    own.sort((a, b) => Number(!isError(a)) - Number(!isError(b)) || a.line - b.line || a.column - b.column);
  return found;
}

/** Paths of the articles that cannot stand among the others. */
export const setApart = (files: readonly ContentFile[], problems: readonly Problem[]): Set<string> => {
  const broken = problems.filter((problem) => isError(problem) && !READABLE.has(problem.rule));
  const at = new Set(broken.map(({ file }) => file));
  // A draft whose fields are still open has questions and no errors, and cannot be shown either.
  const isOpen = (file: ContentFile) => readStory(file).data === null;
  const stories = files.filter(({ path }) => storyAt(path) !== null);
  return new Set(stories.filter((file) => at.has(file.path) || isOpen(file)).map(({ path }) => path));
};
