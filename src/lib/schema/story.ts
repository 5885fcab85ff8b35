import { z } from 'astro/zod';
import { genres } from '#archive';
import { QUALIFIERS } from '../qualifiers/qualifiers.ts';
import { retiredSchema } from './addresses.ts';
import {
  basisSchema,
  daySchema,
  edtfSchema,
  extentSchema,
  groundSchema,
  idSchema,
  isMarkedInferred,
  orMissing,
  printedSchema,
  textSchema,
  upTo,
} from './common.ts';
import { englishSchema } from './english.ts';
import { BEARING_SCHEMA, faultsOfBearing } from './essay.ts';
import { explained } from './explained.ts';
import { storyAuthorSchema, storySeriesSchema } from './groups.ts';
import { WORDS } from './hints.ts';
import { languageSchema } from './language.ts';
import { mediumSchema } from './media.ts';
import { rightsSchema } from './rights.ts';
import { type Source, sourceSchema } from './source.ts';
import { UNRESOLVED } from './unresolved.ts';

/** An inference without its ground cannot be weighed by a reader. */
const NO_GROUND = '没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 同版文章';

const milestoneFields = z.strictObject(
  explained(WORDS.milestone, {
    /** Same as the `id` of its `<Milestone>` in the text. */
    id: idSchema,
    /** When, EDTF; null where the source gives only vague words. Such a milestone has no point on any axis. */
    date: edtfSchema.nullable(),
    /** The time as printed: 近日, where there is no date; 2019 年底, where it says when in words that EDTF has not. */
    printed: printedSchema.optional(),
    /** Whether the source states the date or we infer it; what of it is inferred carries `?`. */
    basis: basisSchema,
    /** What an inference rests on. */
    ground: groundSchema.optional(),
    /** What happened, in a few words. */
    title: upTo(40),
    /** What the date rests on, or what must be added to the title. */
    note: textSchema.optional(),
    /** Id of the place, from the county's places file. */
    place: idSchema.optional(),
    /** Time of day as `HH:MM`. */
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '应写成 "10:10"' })
      .optional(),
    /** ISO 8601 duration of recurrence, such as P1M for monthly. */
    recurs: z
      .string()
      .regex(/^P\d+[DWMY]$/, { error: '应写成 P1M（每月）这样的周期' })
      .optional(),
    /** Announced, not yet done, when the source was written. */
    planned: z.boolean().optional(),
    /** `within` when the event is one moment inside the interval. */
    extent: extentSchema.optional(),
    /** A turning point, which the timeline shows before all else of its unit. */
    key: z.boolean().optional(),
    /** Of private people: told in the story, and in no list beside it. */
    private: z.boolean().optional(),
  }),
);

/** A dated event, or one that the source dates by vague words alone. */
export const milestoneSchema = milestoneFields.superRefine(({ date, printed, basis, ground, ...rest }, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (date !== null) {
    if (basis === 'inferred' && ground === undefined) refuse('ground', NO_GROUND);
    return;
  }
  if (printed === undefined) refuse('date', '为 null 时要在 printed 里写出原报用语，例如 printed: 近日');
  if (basis === 'inferred') refuse('basis', '没有日期就谈不上推定，应写 stated');
  for (const field of ['time', 'extent'] as const) {
    if (rest[field] !== undefined) refuse(field, '没有日期的记事不能填写');
  }
});

const QUALIFIER_FORM = `只能是 ${QUALIFIERS.join('、')} 之一，或 [约, 余] 这样的两个`;

const figureFields = z.strictObject(
  explained(WORDS.figure, {
    /** Same as the `id` of its `<Figure>` in the text. */
    id: idSchema,
    /** What is counted. */
    label: upTo(40),
    /** The number in the printed unit; a range is [low, high]. */
    value: z.union([z.number(), z.tuple([z.number(), z.number()])], {
      error: orMissing('应是数字，或 [8, 10] 这样的范围'),
    }),
    /** Printed unit: 户, 亿元, %, 平方公里 …; empty for a bare number. */
    unit: z.string(),
    /** Printed qualifier, or the two that print puts together. */
    qualifier: z
      .union([z.enum(QUALIFIERS), z.tuple([z.enum(QUALIFIERS), z.enum(QUALIFIERS)])], {
        error: orMissing(QUALIFIER_FORM),
      })
      .optional(),
    /** As of when, EDTF; null where the source does not say. */
    asOf: edtfSchema.nullable(),
    /** That time as printed, where it says it in words that EDTF has not. */
    printed: printedSchema.optional(),
    /** What an inference of that time rests on; of what is inferred `asOf` carries `?`. */
    ground: groundSchema.optional(),
    /** What must be known to read the number right. */
    note: textSchema.optional(),
    /** Of private people: told in the story, and in no list beside it. */
    private: z.boolean().optional(),
  }),
);

const figureSchema = figureFields.superRefine(({ asOf, ground }, context) => {
  if (isMarkedInferred(asOf) && ground === undefined)
    context.addIssue({ code: 'custom', path: ['ground'], message: NO_GROUND });
});

const gapSchema = z.strictObject(
  explained(WORDS.gap, {
    /** Same as the `id` of its `<Gap>` in the text. */
    id: idSchema,
    /** What is lost and where it breaks off. */
    note: textSchema,
  }),
);

const captionSchema = z.strictObject(
  explained(WORDS.caption, {
    /** What the photograph showed, retold from its printed caption. */
    text: textSchema,
  }),
);

const withheldSchema = z.strictObject(
  explained(WORDS.withheld, {
    /** First characters of the name's HMAC; the same as in the text's `<Withheld>`. */
    id: z.string().regex(/^[0-9a-f]{8}$/, { error: '由 npm run redact 填写，不要改' }),
    /** What stands in its place. */
    as: textSchema,
    /** Fields of this front matter in which it stood, such as `source.headline`. */
    in: z.array(textSchema).default([]),
  }),
);

const correctionSchema = z.strictObject(
  explained(WORDS.correction, {
    /** Day of the correction on this site. */
    date: daySchema,
    /** 更正 mends an error, 补充 adds, 说明 explains. */
    kind: z.enum(['更正', '补充', '说明']),
    /** What was changed and why. */
    text: textSchema,
    /** Id of the paragraph that was changed. */
    paragraph: z
      .string()
      .regex(/^p-[0-9a-f]+$/, { error: '写段落链接里 # 后面的编号，例如 p-12' })
      .optional(),
  }),
);

const storyFields = z.strictObject(
  explained(WORDS.story, {
    /** Our title; clauses are separated by ，or a blank and kept together when the line breaks. */
    title: upTo(40, 2),
    /** Second line of the title. */
    subtitle: upTo(60).optional(),
    /** One of the archive's genres. */
    genre: z.enum(Object.keys(genres)),
    /** Id of the county; also the folder the file lies in. An essay has none. */
    county: idSchema.optional(),
    /** 40 to 120 characters, or up to 240 letters; also the text shown when the story is shared. */
    summary: upTo(120, 40),
    /** Title and abstract in English, for readers abroad. */
    en: englishSchema.optional(),
    /** Language of the text where it is not the site's own, BCP 47: en, zh-Hant, bo, ug. */
    lang: languageSchema.optional(),
    /** What it is of its source: rewritten by us, its own text, its main points, speech put down in writing. An essay has none. */
    text: z.enum(['retold', 'full', 'summary', 'transcript']).optional(),
    /** Whose the text is, where it is not under the site's licence. */
    rights: rightsSchema.optional(),
    /** The bibliographic record of the original. An essay has none: it rests on stories. */
    source: sourceSchema.optional(),
    /** Further originals, where it rests on more than one. */
    sources: z.array(sourceSchema).default([]),
    /** Further units that it is about, by id; it lies in the folder of its `county`. Of an essay, all of them. */
    counties: z.array(idSchema).default([]),
    /** The series that it belongs to. */
    series: storySeriesSchema.optional(),
    /** Names or ids of tags. */
    tags: z.array(textSchema).default([]),
    /** Who wrote, arranged or told it for this site. */
    authors: z.array(storyAuthorSchema).default([]),
    /** Public actors the text speaks of, by id. */
    people: z.array(idSchema).default([]),
    /** Places the text marks, by id. */
    places: z.array(idSchema).default([]),
    /** Practices the text marks, by id. */
    practices: z.array(idSchema).default([]),
    /** Dated events; each is tied to the words that state it. */
    milestones: z.array(milestoneSchema).default([]),
    /** Numbers; each is tied to the words that state it. */
    figures: z.array(figureSchema).default([]),
    /** Ids of the figures that stand beside the text; without it, four are taken from all over the text. */
    keyFigures: z.array(idSchema).max(6).default([]),
    /** Slugs of the stories to be read after this one, the first of them first; without it, those nearest to it. */
    next: z.array(idSchema).max(2).default([]),
    /** Fixed terms of the source, as printed, that the text does without: shown with it, and found by search. */
    terms: z.array(textSchema.max(20)).default([]),
    /** What the source does not say, a plain sentence each; shown together at the end of the text. */
    unsaid: z.array(textSchema.max(120)).default([]),
    /** Passages lost in the source. */
    gaps: z.array(gapSchema).default([]),
    /** Photographs, scans, recordings and documents that the text places. */
    media: z.array(mediumSchema).default([]),
    /** Captions of photographs that we do not hold. */
    captions: z.array(captionSchema).default([]),
    /** reviewed: the decision on private people was taken by a person; 待确认 keeps a draft a draft. */
    privacy: z.enum(['reviewed', UNRESOLVED]),
    /** Only published stories appear on the site. */
    status: z.enum(['draft', 'scheduled', 'published', 'retired']),
    /** First day on this site. */
    published: daySchema,
    /** Last day a fact or passage was changed. */
    updated: daySchema.optional(),
    /** Day from which a scheduled story appears. */
    scheduledFor: daySchema.optional(),
    /** Names left out at their bearers' request; written by `npm run redact`. */
    withheld: z.array(withheldSchema).default([]),
    /** When and why it was taken off the site. */
    retired: retiredSchema.optional(),
    /** Open corrections, newest last. */
    corrections: z.array(correctionSchema).default([]),
  }),
);

/**
 * Front matter of a story, `stories/<county>/<slug>.mdx`; of an essay, which belongs to no single county and rests on other
 * stories, `stories/essays/<slug>.mdx`.
 */
export const storySchema = storyFields
  .superRefine(
    (story, context) => {
      for (const { field, message } of faultsOfBearing(story))
        context.addIssue({ code: 'custom', path: [field], message });
    },
    // Of a file with other faults too, so that all are told at once.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta(BEARING_SCHEMA);

export type StoryData = z.infer<typeof storySchema>;
/** A story that retells originals of one place, as all are but essays. */
export type ReportData = StoryData & {
  county: string;
  source: Source;
  text: NonNullable<StoryData['text']>;
};
export type Milestone = StoryData['milestones'][number];
export type Figure = StoryData['figures'][number];
export type Genre = StoryData['genre'];
