import { z } from 'astro/zod';
import { textSchema } from './common.ts';
import { explained } from './explained.ts';
import { WORDS } from './hints.ts';

/** What readers abroad are told of a story: checked against its figures and dates as the text is. */
export const englishSchema = z.strictObject(
  explained(WORDS.english, {
    /** At most 80 letters. */
    title: textSchema.max(80),
    /** 60 to 120 words. */
    abstract: textSchema,
  }),
);
