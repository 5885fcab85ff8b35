import { z } from 'astro/zod';
import { languageTag, meantTag } from '../text/language.ts';

/** A language by its tag (BCP 47), as it is to be written. */
export const languageSchema = z.string().superRefine((code, context) => {
  if (languageTag(code) !== null) return;
  const meant = meantTag(code);
  context.addIssue({
    code: 'custom',
    message: `“${code.slice(0, 24)}”不是语言代码${meant ? `，是不是 ${meant}？` : '，应写成 en、zh-Hant、ja、bo、ug 这样的代码'}`,
  });
});
