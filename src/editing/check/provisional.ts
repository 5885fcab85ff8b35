import type { z } from 'astro/zod';
import type { YamlReading } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { type StoryData, storySchema } from '../../lib/schema/story.ts';

/** Fields that can be open at once before nothing is held against the text any more. */
const MOST = 60;
/** What may stand for an answer, by kind of field: none, nobody knows, a day, a number, words, a list. */
const STAND_INS: readonly unknown[] = [undefined, null, '2020-01-01', 1, 'pending', '待'.repeat(50), []];

/**
 * The fields of a draft with something in the place of every question that is still open, so that what has been answered
 * can be held against the text already. What is said of a line with a question is to be left out.
 * @returns null where more is wrong than open questions
 */
export function provisional(head: YamlReading, questions: readonly Finding[]): StoryData | null {
  if (questions.length === 0 || typeof head.data !== 'object' || head.data === null) return null;
  const lines = new Set(questions.map(({ line }) => line));
  const data: unknown = structuredClone(head.data);
  for (let round = 0; round < MOST; round++) {
    const result = storySchema.safeParse(data);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    if (!issue || issue.path.length === 0 || !lines.has(head.locate(issue.path).line) || !answer(data, issue))
      return null;
  }
  return null;
}

/** Puts something into a field with which nothing is wrong there any more. */
function answer(data: unknown, issue: z.core.$ZodIssue): boolean {
  const key = issue.path.at(-1);
  const holder = issue.path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data);
  if (typeof holder !== 'object' || holder === null || key === undefined) return false;
  const values = 'values' in issue && Array.isArray(issue.values) ? (issue.values as unknown[]).slice(0, 1) : [];
  for (const value of [...values, ...STAND_INS]) {
    (holder as Record<PropertyKey, unknown>)[key] = value;
    if (value === undefined) delete (holder as Record<PropertyKey, unknown>)[key];
    const result = storySchema.safeParse(data);
    const place = issue.path.join('.');
    if (result.success || !result.error.issues.some((other) => other.path.join('.').startsWith(place))) return true;
  }
  return false;
}
