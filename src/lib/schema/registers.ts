import { z } from 'astro/zod';
import { placeLevels, practiceKinds } from '#archive';
import { backgroundSourceSchema, backgroundsSchema } from './background.ts';
import { codeSchema, edtfSchema, idSchema, pointSchema, textSchema, upTo } from './common.ts';
import { explained } from './explained.ts';
import { WORDS } from './hints.ts';
import { LANGUAGES } from './site.ts';

/** Whether an entry stands on the site although no published story speaks of it. */
const standaloneSchema = z.boolean().optional();

const countyFields = z.strictObject(
  explained(WORDS.county, {
    /** Full name: 东山区. */
    name: textSchema,
    /** Full name in English; without it, its id and what it is: Dongshan District. */
    en: textSchema.max(60).optional(),
    /** What it is called in lanes and narrow columns; without it, its name without the rank. */
    short: upTo(10).optional(),
    /** What it is called on maps; without it, its short name. */
    label: upTo(10).optional(),
    /** GB/T 2260 code; what is no administrative division has none. */
    code: codeSchema.optional(),
    /** Id of its outline in the file of outlines, where that is neither its code nor its own id. */
    outline: textSchema.optional(),
    /** What it lies in, largest first: [福建省, 龙岩市]; [] of what lies in nothing. */
    within: z.array(textSchema).max(5).optional(),
    /** Full name of the province, 河南省: the older way to say `within`. */
    province: textSchema.optional(),
    /** Full name of the prefecture-level city, 龙岩市: with `province`. */
    prefecture: textSchema.optional(),
    /** Earlier names and codes of the division. */
    formerly: z
      .array(
        z.strictObject(
          explained(WORDS.formerly, {
            name: textSchema,
            code: codeSchema.optional(),
            /** Last year or day under that name, EDTF. */
            until: edtfSchema,
            /** Public source of the change, where the reports do not state it. */
            source: backgroundSourceSchema.optional(),
          }),
        ),
      )
      .default([]),
    /** A point inside the county, [longitude, latitude]; stands in where no outline is held. Without it and places with points: on no map. */
    centre: pointSchema.optional(),
    /** One paragraph from the sources' facts. */
    intro: textSchema,
    /** Seat of the government, where a source names it. */
    seat: textSchema.optional(),
    /** What the reports do not say: when it was named poor, when it left poverty. */
    background: backgroundsSchema,
    standalone: standaloneSchema,
  }),
);

/** Where an entry stands among the others of its list, small numbers first; entries without one come after, by their ids. */
const orderSchema = z.number().int().optional();

type Fields = z.infer<typeof countyFields>;
/** Of a file with other faults too, so that all are told at once. */
const inAnyCase = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };
const isOld = ({ province, prefecture }: Fields) => province !== undefined || prefecture !== undefined;

/**
 * A place that stories belong to, `counties/<id>.yaml`; the id is the file name. Most are county-level divisions; an archive
 * may have rivers, schools or streets in their stead.
 */
export const countySchema = countyFields
  .refine((unit) => unit.within !== undefined || isOld(unit), {
    ...inAnyCase,
    path: ['within'],
    error: '没有填写：从大到小写 within: [福建省, 龙岩市]，哪里都不属于的写 within: []',
  })
  .refine((unit) => unit.within === undefined || !isOld(unit), {
    ...inAnyCase,
    path: ['within'],
    error: '写了 within 就不再写 province 和 prefecture',
  })
  .refine((unit) => unit.within !== undefined || !isOld(unit) || unit.prefecture !== undefined, {
    ...inAnyCase,
    path: ['prefecture'],
    error: '没有填写；只有一级的，写 within: [省名]，不写 province',
  })
  .refine((unit) => unit.within !== undefined || !isOld(unit) || unit.province !== undefined, {
    ...inAnyCase,
    path: ['province'],
    error: '没有填写；只有一级的，写 within: [市名]，不写 prefecture',
  });

/** What lies outside its unit is said in every archive, whatever levels it has. */
const LEVELS = [...new Set([...Object.keys(placeLevels), 'outside'])] as [string, ...string[]];

const placeFields = z.strictObject(
  explained(WORDS.place, {
    /** Unique on the site. */
    id: idSchema,
    /** Name without its parents: 东山镇, 石桥村. */
    name: textSchema,
    /** outside: a place beyond the county that its story tells of. */
    level: z.enum(LEVELS),
    /** Id of the place it belongs to; without it, the county. */
    parent: idSchema.optional(),
    /** Whether it lies beyond the county though its level is another: a university in another city. */
    outside: z.boolean().optional(),
    /** Other right names. */
    aliases: z.array(textSchema).default([]),
    /** Wrong forms in print, kept so that they can be found. */
    misprints: z.array(textSchema).default([]),
    /** Only where a source for the coordinate can be named. */
    point: pointSchema.optional(),
    precision: z.enum(['exact', 'township', 'county', 'none']).default('none'),
    /** Public source of the point. */
    source: backgroundSourceSchema.optional(),
    order: orderSchema,
    standalone: standaloneSchema,
    /** Where private people live: it may be marked in their story, and is in no list, as nothing is that lies in it. */
    private: z.boolean().optional(),
  }),
);

export const placeSchema = placeFields.refine((place) => !(place.private && place.standalone), {
  ...inAnyCase,
  path: ['standalone'],
  error: '写了 private 的地点不上网站，不能再写 standalone',
});

/** Places of one county, `places/<county>.yaml`. */
export const placesSchema = z.strictObject({ places: z.array(placeSchema) });

/** A practice (做法), `practices/<id>.mdx`; the body says in our words what it is. */
export const practiceSchema = z.strictObject(
  explained(WORDS.practice, {
    /** Name as printed: “三本账”. */
    name: textSchema,
    /** Other printed names. */
    aliases: z.array(textSchema).default([]),
    /** How its name is spoken, where that is not by the digits. */
    spoken: textSchema.optional(),
    /** One of the archive's kinds of practices. */
    kind: z.enum(Object.keys(practiceKinds)),
    /** One sentence: what it is. */
    summary: upTo(120),
    /** What the reports do not say: what the words mean. */
    background: backgroundsSchema,
    /** Whether it has a page of its own; without it, as there is enough to tell (src/site/practices.ts). */
    page: z.boolean().optional(),
    standalone: standaloneSchema,
  }),
);

export const personSchema = z.strictObject(
  explained(WORDS.person, {
    id: idSchema,
    name: textSchema,
    /** Office as the source gives it, at the time of the report. */
    role: textSchema.optional(),
    /** Id of the county; without it, of none of them. */
    county: idSchema.optional(),
    order: orderSchema,
    standalone: standaloneSchema,
  }),
);

/** Public actors only: officials, cadres, reporters. `people.yaml`. */
export const peopleSchema = z.strictObject({ people: z.array(personSchema) });

/** A page of the archive's own, `pages/<id>.md`; its text is Markdown. `about` is the page about the site. */
export const pageSchema = z.strictObject(
  explained(WORDS.page, {
    title: upTo(40),
    description: upTo(200).optional(),
    /** Whether it is linked at the foot of every page. */
    foot: z.boolean().default(true),
    language: z.enum(LANGUAGES).optional(),
  }),
);

/** A figure of a story that is set beside others. */
const comparedSchema = z.strictObject(
  explained(WORDS.compared, {
    /** Slug of the story. */
    story: idSchema,
    /** Id of the figure in that story. */
    figure: idSchema,
  }),
);

/** What the editors want on the front page, `front.yaml`; all of it may be left out. */
export const frontSchema = z.strictObject(
  explained(WORDS.front, {
    /** Slug of the story that leads. */
    lead: idSchema.optional(),
    /** The drawing beside it: its form and what that takes, as in a text; without it, the first of the story's own. */
    drawing: z.record(z.string(), textSchema).optional(),
    /** Slugs of the stories in the columns. */
    columns: z.array(idSchema).max(4).optional(),
    /** Words by which a story is opened, by its slug; without them, its first sentence. */
    openings: z.record(idSchema, upTo(80)).optional(),
    /** One figure a county, in the order of the counties; without one, the first that its longest story states. */
    numbers: z.array(comparedSchema).optional(),
    /** Slugs of the essays in their block, in order; without it, all of them. */
    essays: z.array(idSchema).optional(),
  }),
);

const comparisonSchema = z.strictObject(
  explained(WORDS.comparison, {
    /** Unique in the file; also its anchor on the page of figures. */
    id: idSchema,
    /** What is compared. */
    title: upTo(40),
    /** What makes the figures comparable, and what must be kept in mind. */
    note: textSchema,
    /** Figures of the same measure in like units, in the order they are drawn. */
    items: z.array(comparedSchema).min(2),
  }),
);

/** Figures that the editors hold to be comparable, `comparisons.yaml`. */
export const comparisonsSchema = z.strictObject(
  explained(WORDS.comparisons, { comparisons: z.array(comparisonSchema) }),
);

export type CountyData = z.infer<typeof countySchema>;
export type PlaceData = z.infer<typeof placeSchema>;
export type PracticeData = z.infer<typeof practiceSchema>;
export type PersonData = z.infer<typeof personSchema>;
export type PageData = z.infer<typeof pageSchema>;
export type FrontData = z.infer<typeof frontSchema>;
export type ComparisonsData = z.infer<typeof comparisonsSchema>;
export type ComparisonData = z.infer<typeof comparisonSchema>;
