import { z } from 'astro/zod';
import { daySchema, textSchema, upTo } from './common.ts';
import { explained } from './explained.ts';
import { WORDS } from './hints.ts';

/** Folders of the site in which an entry has an address of its own. A page of the archive’s own stands beside them. */
export const ADDRESSED = ['stories', 'counties', 'practices', 'series', 'tags', 'authors'] as const;

const addressSchema = z.string().regex(new RegExp(`^(?:(?:${ADDRESSED.join('|')})/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$`), {
  error: '应写成 stories/网址名 这样，不带开头和结尾的斜杠',
});

/** Why something was taken off the site, as readers are told. */
const reasonSchema = upTo(200, 2);

const goneSchema = z.strictObject(
  explained(WORDS.gone, { name: textSchema.optional(), date: daySchema, reason: reasonSchema }),
);

const rowSchema = z
  .strictObject(
    explained(WORDS.address, {
      /** Where it stood, from the root of the site: `stories/two-villages`. */
      at: addressSchema,
      /** Where it stands now. */
      moved: addressSchema.optional(),
      /** Of what has no successor and no file of its own that tells why. */
      gone: goneSchema.optional(),
    }),
  )
  .refine(({ moved, gone }) => moved === undefined || gone === undefined, {
    path: ['gone'],
    error: 'moved 和 gone 只写一个：有新去处的写 moved',
  });

/** Every address that the site ever had, `addresses.yaml`; written by `npm run anchors`. */
export const addressesSchema = z.strictObject({ addresses: z.array(rowSchema) });

/** Of a story that was taken off the site: when and why, which stays to be read at its address. */
export const retiredSchema = z.strictObject(
  explained(WORDS.retired, {
    date: daySchema,
    reason: reasonSchema,
    /** Whether title and source stay unsaid: they tell of somebody who asked. */
    private: z.boolean().optional(),
  }),
);

export type AddressesData = z.infer<typeof addressesSchema>;
export type AddressRow = AddressesData['addresses'][number];
