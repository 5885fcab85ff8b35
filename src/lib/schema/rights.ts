import { z } from 'astro/zod';
import { textSchema } from './common.ts';
import { explained } from './explained.ts';
import { canonicalLicence } from './licences.ts';

export const RIGHTS_WORDS = {
  licence:
    '许可：SPDX 编号（CC-BY-NC-4.0）、rightsstatements.org 或知识共享的网址、公有领域、authorised 经授权刊出、own 本站作品',
  holder: '权利人：人名或机构名',
  statement: '要照登的声明，例如 “© 2021 某某，未经许可不得转载”',
} as const;

/** One fault, whatever was written; `check` prints it with the line. */
const UNKNOWN_LICENCE =
  '认不出这种许可：写 SPDX 编号（例如 CC-BY-NC-4.0）、rightsstatements.org 或 creativecommons.org 的网址，或者 公有领域、authorised（经授权刊出）、own（本站作品）';

/** A licence; written in any of its ways, it becomes the one that data and exports use. */
export const licenceSchema = textSchema
  .overwrite((text) => canonicalLicence(text) ?? text)
  .refine((text) => canonicalLicence(text) !== null, { error: UNKNOWN_LICENCE });

/** Whose a thing is and what others may do with it: a story, a picture, a passage. */
export const rightsSchema = z.strictObject(
  explained(RIGHTS_WORDS, {
    /** SPDX id, address of RightsStatements.org or Creative Commons, `authorised`, `own`. */
    licence: licenceSchema,
    /** Person or institution. */
    holder: textSchema.optional(),
    /** Words that must stand with the thing. */
    statement: textSchema.optional(),
  }),
);

export type Rights = z.infer<typeof rightsSchema>;
