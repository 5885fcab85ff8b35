import { z } from 'astro/zod';
import { provenances, sourceKinds, sourceNatures } from '#archive';
import { basisSchema, daySchema, edtfSchema, extentSchema, groundSchema, printedSchema, textSchema } from './common.ts';
import { explained } from './explained.ts';
import { WORDS } from './hints.ts';
import { explainStray, KINDS, SOURCE_FIELDS, SOURCE_KINDS, type SourceField } from './source-kinds.ts';

const bylineSchema = z.strictObject(
  explained(WORDS.byline, {
    /** As printed: 记者 or 通讯员; null where the paper gives a bare name. */
    role: textSchema.nullable(),
    /** Names in printed order. */
    names: z.array(textSchema).min(1),
  }),
  {
    error: ({ code }) =>
      code === 'invalid_type' ? '写成 { role: 记者, names: [张三] }；没有印身份的写 role: null' : undefined,
  },
);

/** The archive may name kinds that we do not know. */
const KIND_IDS = [...SOURCE_KINDS, ...Object.keys(sourceKinds)] as [string, ...string[]];

/** A term of a vocabulary by its id. */
const termSchema = (vocabulary: Readonly<Record<string, unknown>>) => z.enum(Object.keys(vocabulary));

const KIND = `种类，不写就是 newspaper：${SOURCE_KINDS.map((kind) => `${kind} ${KINDS[kind].name}`).join('、')}`;
const namesSchema = z.array(textSchema).min(1);
const digits = (pattern: RegExp, error: string) => z.string().regex(pattern, { error });

const sourceFields = z.strictObject(
  explained(
    { ...WORDS.source, ...SOURCE_FIELDS, kind: KIND, url: '原件的网址', accessed: '查阅网址的日子，写成 "2026-11-01"' },
    {
      /** What it is; it decides which fields it has, how it is called and how it is cited. */
      kind: z.enum(KIND_IDS).default('newspaper'),
      /** Headline or title as printed; null where the source has none. */
      headline: textSchema.nullable(),
      /** Newspaper, site, station or publisher; null where the source does not name it. */
      publisher: textSchema.nullable().optional(),
      /** Who wrote it, as printed. */
      bylines: z.array(bylineSchema),
      /** When it appeared, was written, spoken or made, EDTF; null where nothing can be said. */
      date: edtfSchema.nullable(),
      /** `within` when the date is one moment inside the interval. */
      extent: extentSchema.optional(),
      /** Whether the source states that date or we infer it. */
      dateBasis: basisSchema,
      /** What the inference rests on, in the few words that stand beside the date. */
      ground: groundSchema.optional(),
      /** The time as printed, where it says it in words that EDTF has not. */
      printed: printedSchema.optional(),
      /** What the inference rests on, in full. */
      dateNote: textSchema.optional(),
      /** Anything else a reader must know of the source: damage, page, series. */
      note: textSchema.optional(),
      /** What kind of voice it is: a party newspaper, a department's contribution …; none where nobody knows. */
      nature: z.array(termSchema(sourceNatures)).min(1).optional(),
      /** How its text reached this site, and in what form. */
      provenance: termSchema(provenances).optional(),
      publisherPlace: textSchema.optional(),
      /** The book in which a shorter text stands. */
      container: textSchema.optional(),
      edition: textSchema.optional(),
      volume: textSchema.optional(),
      issue: textSchema.optional(),
      page: textSchema.optional(),
      number: textSchema.optional(),
      issn: digits(/^\d{4}-\d{3}[\dX]$/, '应写成 "1002-1234"，加引号').optional(),
      isbn: digits(
        /^(?:97[89]-?)?(?:\d-?){9}[\dX]$/,
        '应是 10 位或 13 位数字，例如 "978-7-5000-0000-0"，加引号',
      ).optional(),
      doi: digits(/^10\.\d{4,9}\/\S+$/, '应以 10. 开头，例如 "10.1000/182"，不写网址').optional(),
      translator: namesSchema.optional(),
      programme: textSchema.optional(),
      interviewer: namesSchema.optional(),
      interviewee: namesSchema.optional(),
      location: textSchema.optional(),
      sender: textSchema.optional(),
      recipient: textSchema.optional(),
      medium: textSchema.optional(),
      scale: textSchema.optional(),
      /** Where the original is kept. */
      repository: textSchema.optional(),
      fonds: textSchema.optional(),
      callNumber: textSchema.optional(),
      url: digits(/^https?:\/\/\S+$/, '应是 http:// 或 https:// 开头的完整网址').optional(),
      /** Day on which the address was looked at. */
      accessed: daySchema.optional(),
    },
  ),
);

/** The bibliographic record of an original; a field that its kind does not have is refused with the one that is right. */
export const sourceSchema = sourceFields.superRefine((source, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  for (const field of Object.keys(SOURCE_FIELDS) as SourceField[]) {
    const value = source[field];
    const stray = value === undefined || value === null ? null : explainStray(source.kind, field);
    if (stray) refuse(field, stray);
  }
  if (source.kind === 'newspaper' && source.publisher === undefined) refuse('publisher', '没有填写');
  if (source.date !== null && source.dateBasis === 'inferred' && source.ground === undefined)
    refuse('ground', '没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 文中数据');
  if (source.accessed !== undefined && source.url === undefined)
    refuse('accessed', '没有网址就不写查阅日期；网址写在 url 里');
});

export type Source = z.infer<typeof sourceSchema>;
export type Byline = Source['bylines'][number];
