import { z } from 'astro/zod';
import { textSchema } from './common.ts';
import { explained } from './explained.ts';

const WORDS = {
  licence: '许可：SPDX 编号，例如 CC-BY-4.0；rightsstatements.org 的网址；authorised 经授权刊出',
  holder: '权利人：人名或机构名',
  statement: '要照登的声明',
} as const;

/** Whose a thing is and what others may do with it. */
export const rightsSchema = z.strictObject(
  explained(WORDS, {
    licence: textSchema,
    holder: textSchema.optional(),
    statement: textSchema.optional(),
  }),
);

export type Rights = z.infer<typeof rightsSchema>;
