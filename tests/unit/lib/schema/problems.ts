import type { z } from 'astro/zod';
import { explainIssue } from '../../../../src/lib/schema/common.ts';

/** What an editor is told of data, one sentence a fault with the place of its field before it. */
export function problemsOf(schema: z.ZodType, data: unknown): string[] {
  const result = schema.safeParse(data, { error: explainIssue });
  return result.success ? [] : result.error.issues.map(({ path, message }) => [...path, message].join(' '));
}
