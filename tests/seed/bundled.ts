import { BUNDLED, FOLDER, reports } from '../support/content.ts';

/** The thirteen stories that the project ships, and how many milestones and figures each holds at least. */
export const LEAST: Record<string, [milestones: number, figures: number]> = {
  'baihe-air': [4, 15],
  'baihe-party-building': [6, 11],
  'baihe-zhongchang-five-lists': [7, 6],
  'hanbin-three-comparisons': [6, 30],
  'hanbin-toy-factories': [1, 16],
  'jianan-yao-heng': [9, 26],
  'jiyang-three-roles': [7, 29],
  'langao-forest-tending': [2, 12],
  'pingli-social-organisations': [1, 7],
  'ruzhou-happiness': [17, 58],
  'shiquan-forest-economy': [1, 5],
  'wenfeng-answer-sheet': [25, 50],
  'ziyang-li-zhe': [3, 11],
};

/** Why the archive at hand is not the one that the project ships, in a sentence; null where it is that one. */
export function otherArchive(): string | null {
  if (FOLDER !== BUNDLED) return `the content is another archive's, ${FOLDER}`;
  const slugs = reports.map(({ slug }) => slug).sort();
  const added = slugs.filter((slug) => !(slug in LEAST));
  const gone = Object.keys(LEAST).filter((slug) => !slugs.includes(slug));
  if (added.length + gone.length === 0) return null;
  return `the published stories are no longer the thirteen: ${[...added.map((slug) => `+ ${slug}`), ...gone.map((slug) => `- ${slug}`)].join(', ')}`;
}
