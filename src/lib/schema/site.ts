import { z } from 'astro/zod';
import { faintPairs, printed } from '../colours/contrast.ts';
import { DARK, LIGHT, type Palette, TOKENS } from '../colours/palette.ts';
import { isSafeUrl } from '../text/safe-url.ts';
import { idSchema, orMissing, textSchema } from './common.ts';
import { explained } from './explained.ts';
import { licenceSchema } from './rights.ts';
import { SITE_WORDS as WORDS } from './site-hints.ts';

/** Languages of the interface, BCP 47. `zh-Hant` is made from `zh-Hans`. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text, or one for each language of the interface. */
const localSchema = z.union(
  [
    textSchema,
    z.strictObject(
      explained(WORDS.local, {
        'zh-Hans': textSchema.optional(),
        'zh-Hant': textSchema.optional(),
        en: textSchema.optional(),
      }),
    ),
  ],
  {
    error: orMissing('写一句文字，或各种语言各一句：{ zh-Hans: 河谷, en: Valley }'),
  },
);
export type LocalText = z.infer<typeof localSchema>;

/** An address of the web or a letter box. */
const urlSchema = z.string().refine((url) => isSafeUrl(url) && /^(?:https?:\/\/[^/]|mailto:.)/i.test(url), {
  error: '写完整的网址或邮箱，例如 https://example.org、mailto:bianji@example.org',
});

/** Path of a file inside the content folder. */
const fileSchema = (kinds: RegExp, example: string) =>
  z.string().refine((path) => kinds.test(path) && !/(?:^|\/)\.\.?(?:\/|$)|^\/|\\|^[a-z]+:/i.test(path), {
    error: `写内容文件夹里的路径，例如 ${example}`,
  });

/** Entries of a vocabulary by id, in the order in which they are listed: a name, or a name and what it covers. */
const vocabularySchema = z
  .record(
    idSchema,
    z.union([localSchema, z.strictObject(explained(WORDS.term, { name: localSchema, lede: localSchema.optional() }))], {
      error: orMissing('写名称，或 { name: 名称, lede: 一句说明 }'),
    }),
  )
  .refine((entries) => Object.keys(entries).length > 0, { error: '至少写一项；不改就整栏不写' });

const hexSchema = z.string().regex(/^#[0-9a-f]{6}$/i, { error: '写成 "#12584f" 这样的六位颜色，加引号' });
const paletteSchema = z.strictObject(
  Object.fromEntries(TOKENS.map((token) => [token, hexSchema.optional().describe(WORDS.palette[token])])) as Record<
    (typeof TOKENS)[number],
    z.ZodOptional<typeof hexSchema>
  >,
);
type OwnPalette = z.infer<typeof paletteSchema>;

/** A full palette: the archive's own colours, ours where it names none. */
export function paletteOf(own: OwnPalette | undefined, ours: Palette): Palette {
  const given = Object.entries(own ?? {}).filter(([, colour]) => colour !== undefined);
  return { ...ours, ...Object.fromEntries(given.map(([token, colour]) => [token, colour?.toLowerCase()])) };
}

/** Colours must be told from their grounds: on the screen by day and night, and on paper. */
const coloursSchema = z
  .strictObject(explained(WORDS.colours, { light: paletteSchema.optional(), dark: paletteSchema.optional() }))
  .superRefine((own, context) => {
    const sets = [
      ['light', paletteOf(own.light, LIGHT)],
      ['light', printed(paletteOf(own.light, LIGHT))],
      ['dark', paletteOf(own.dark, DARK)],
    ] as const;
    const seen = new Set<string>();
    for (const [set, palette] of sets) {
      for (const { colour, ground, ratio, least } of faintPairs(palette)) {
        // Said of the one that was given: the other is ours.
        const field = own[set]?.[colour] ? colour : ground;
        if (!own[set]?.[field] || seen.has(`${set} ${field}`)) continue;
        seen.add(`${set} ${field}`);
        const other = field === colour ? ground : colour;
        context.addIssue({
          code: 'custom',
          path: [set, field],
          message: `与 ${other} 的对比只有 ${Math.floor(ratio * 100) / 100}，看不清；至少要 ${least}，请改深或改浅`,
        });
      }
    }
  });

const siteLicenceSchema = z.strictObject(
  explained(WORDS.siteLicence, {
    id: licenceSchema,
    covers: localSchema.optional(),
    holder: localSchema.optional(),
    statement: localSchema.optional(),
    others: z
      .array(
        z.strictObject(
          explained(WORDS.otherLicence, {
            covers: localSchema,
            id: licenceSchema,
            holder: localSchema.optional(),
            statement: localSchema.optional(),
          }),
        ),
      )
      .optional(),
  }),
);

const unitSchema = z.strictObject(
  explained(WORDS.unit, {
    name: localSchema,
    group: localSchema.optional(),
    short: localSchema.optional(),
    levels: z.array(localSchema).min(1).optional(),
    many: textSchema.optional(),
  }),
);

const filingSchema = z.strictObject(explained(WORDS.filing, { number: textSchema, url: urlSchema.optional() }));
const filingsSchema = z.strictObject(
  explained(WORDS.filings, {
    icp: filingSchema.optional(),
    police: filingSchema.optional(),
    permits: z.array(filingSchema).optional(),
    reports: localSchema.optional(),
  }),
);

const panelsSchema = z.array(
  z.strictObject(explained(WORDS.panel, { name: localSchema, units: z.array(idSchema).min(1) })),
);

/** Sections of the main navigation. */
export const SECTIONS = ['stories', 'counties', 'map', 'timeline', 'practices', 'figures', 'search'] as const;
/** Blocks of the front page, in the order in which they stand when an archive says nothing. */
export const FRONT_BLOCKS = ['lead', 'columns', 'numbers', 'headlines', 'map', 'years', 'essays', 'units'] as const;

const navigationItem = z.union(
  [textSchema, z.strictObject(explained(WORDS.navigationItem, { page: textSchema, label: localSchema.optional() }))],
  { error: orMissing('写栏目或页面的编号，或 { page: 编号, label: 改叫什么 }') },
);

const faceSchema = z.array(z.string().regex(/^[\p{L}\p{N} ._-]{1,60}$/u, { error: '只写字体的名字，不带引号和符号' }));

/** What a site says of itself, `site.yaml`; every field but the name may be left out. */
export const siteSchema = z.strictObject(
  explained(WORDS.site, {
    name: localSchema,
    tagline: localSchema.optional(),
    description: localSchema.optional(),
    colophon: localSchema.optional(),
    publisher: z.strictObject(explained(WORDS.publisher, { name: localSchema, url: urlSchema.optional() })).optional(),
    contact: urlSchema.optional(),
    language: z
      .union([z.enum(LANGUAGES), z.array(z.enum(LANGUAGES)).min(1).max(2)], {
        error: orMissing(`只能是 ${LANGUAGES.join('、')} 之一，或者其中两种：[zh-Hans, en]`),
      })
      .refine((value) => typeof value === 'string' || new Set(value).size === value.length, {
        error: '同一种语言写了两次',
      })
      .optional(),
    timeZone: z
      .string()
      .refine(isTimeZone, { error: '写时区的名字，例如 Asia/Shanghai、America/Los_Angeles' })
      .optional(),
    licence: siteLicenceSchema.optional(),
    credits: z
      .array(z.strictObject(explained(WORDS.credit, { text: localSchema, url: urlSchema.optional() })))
      .optional(),
    logo: fileSchema(/^site\/[\w./-]+\.svg$/, 'site/logo.svg').optional(),
    icon: fileSchema(/^site\/[\w./-]+\.svg$/, 'site/icon.svg').optional(),
    touchIcon: fileSchema(/^site\/[\w./-]+\.png$/, 'site/touch-icon.png').optional(),
    unit: unitSchema.optional(),
    genres: vocabularySchema.optional(),
    practiceKinds: vocabularySchema.optional(),
    placeLevels: vocabularySchema.optional(),
    sourceKinds: vocabularySchema.optional(),
    sourceNatures: vocabularySchema.optional(),
    provenances: vocabularySchema.optional(),
    roles: vocabularySchema.optional(),
    navigation: z.array(navigationItem).min(1).optional(),
    front: z.array(z.enum(FRONT_BLOCKS)).min(1).optional(),
    words: z.record(z.string(), z.unknown()).optional(),
    colours: coloursSchema.optional(),
    faces: z
      .strictObject(explained(WORDS.faces, { song: faceSchema.optional(), hei: faceSchema.optional() }))
      .optional(),
    searchExamples: z.array(textSchema.max(20)).max(6).optional(),
    filings: filingsSchema.optional(),
    panels: panelsSchema.optional(),
  }),
);

export type SiteData = z.infer<typeof siteSchema>;
export type FrontBlock = (typeof FRONT_BLOCKS)[number];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
