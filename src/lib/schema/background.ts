import { z } from 'astro/zod';
import { isWebAddress } from '../text/safe-url.ts';
import { edtfSchema, textSchema } from './common.ts';
import { explained } from './explained.ts';

/** A background text says one thing: longer ones want a page of their own. */
export const LONGEST_BACKGROUND = 120;

const WORDS = {
  text: `背景，用我们的话写，不超过 ${LONGEST_BACKGROUND} 字`,
  title: '公开来源的题名，照原样写，不加书名号',
  issuer: '发文或刊登的机构',
  date: '发文或刊登的日期，EDTF，加引号',
  url: '公开来源的网址，打开核对过的才写',
  unseen: '没有网址时写：为什么没能核对网址',
  notFound: '找不到公开来源时写：找过哪里；题名、机构、日期、网址就都不写',
} as const;
const { text: _, ...SOURCE } = WORDS;

/** Where a background text comes from, or that no public source was found for it. */
const source = {
  /** Title of a public source, as it is printed. */
  title: textSchema.optional(),
  /** Who issued or published it. */
  issuer: textSchema.optional(),
  /** The day of its issue, EDTF. */
  date: edtfSchema.optional(),
  /** Address at which it was read. */
  url: z.string().refine(isWebAddress, { error: '应是完整的网址，例如 https://www.gov.cn/…' }).optional(),
  /** Why no address could be checked, of a source that is known without one. */
  unseen: textSchema.optional(),
  /** Where no public source was found. */
  notFound: textSchema.optional(),
};

const NEEDED = ['title', 'issuer', 'date'] as const;

type Source = { [Field in keyof typeof source]?: string | undefined };

/** A source has title, issuer, date and an address, or says why it lacks the address; what was not found has none of them. */
function refuseHalfSource(given: Source, context: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (given.notFound !== undefined) {
    const more = [...NEEDED, 'url' as const, 'unseen' as const].find((field) => given[field] !== undefined);
    if (more) refuse(more, `写了 notFound（找不到公开来源），就不写 ${more}`);
    return;
  }
  const missing = NEEDED.find((field) => given[field] === undefined);
  if (missing) refuse(missing, '没有填写：来源要有题名、机构、日期和网址，找不到的写 notFound');
  else if (given.url === undefined && given.unseen === undefined)
    refuse('url', '没有填写：网址没能核对的，写 unseen 说明为什么');
  else if (given.url !== undefined && given.unseen !== undefined) refuse('unseen', '写了网址就不写 unseen');
}

/** What `<Background>` in a text says of its source. */
export const backgroundSourceSchema = z.strictObject(explained(SOURCE, source)).superRefine(refuseHalfSource);

/** Something the reports do not say and readers need, in our words, with its public source. */
export const backgroundSchema = z
  .strictObject(
    explained(WORDS, {
      text: textSchema.max(LONGEST_BACKGROUND, { error: `太长：最多 ${LONGEST_BACKGROUND} 个字` }),
      ...source,
    }),
  )
  .superRefine(refuseHalfSource);

/** The field in registers. */
export const backgroundsSchema = z.array(backgroundSchema).optional();

export type BackgroundSource = z.infer<typeof backgroundSourceSchema>;
export type BackgroundData = z.infer<typeof backgroundSchema>;
