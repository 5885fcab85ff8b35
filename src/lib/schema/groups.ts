import { z } from 'astro/zod';
import { roles } from '#archive';
import { idSchema, textSchema, upTo } from './common.ts';
import { explained } from './explained.ts';

// What holds stories together across their places: series, tags, and who wrote them here.

const SERIES = { title: '系列的名称', summary: '一两句话：这个系列讲什么' } as const;
const TAG = {
  id: '编号，也是网址：/tags/编号/；定了就不改',
  name: '标签的名字，文章的 tags 里就写它',
  summary: '一句话：这个标签收什么，可不写',
} as const;
const AUTHOR = { id: '编号，也是网址：/authors/编号/', name: '姓名或署名', about: '一两句话的介绍，可不写' } as const;

/** A series, `series/<id>.yaml`; its stories say that they belong to it, and as the how-manieth. */
export const seriesSchema = z.strictObject(explained(SERIES, { title: upTo(40), summary: upTo(200).optional() }));

/** `tags.yaml`: the id is the address, the name what readers see and editors write. */
export const tagsSchema = z.strictObject(
  explained(
    { tags: '标签，每个一条' },
    {
      tags: z.array(z.strictObject(explained(TAG, { id: idSchema, name: upTo(20), summary: upTo(120).optional() }))),
    },
  ),
);

/** `authors.yaml`: the site's own authors who have a page; others are named in their stories alone. */
export const authorsSchema = z.strictObject(
  explained(
    { authors: '本站的作者，每人一条' },
    {
      authors: z.array(
        z.strictObject(explained(AUTHOR, { id: idSchema, name: textSchema, about: upTo(200).optional() })),
      ),
    },
  ),
);

/** What somebody did for a story; the archive may name more (`roles` of site.yaml). */
export const AUTHOR_ROLES = ['text', 'photo', 'arranged', 'translated', 'told'] as const;
const ROLE_IDS = [...AUTHOR_ROLES, ...Object.keys(roles)] as [string, ...string[]];
const ROLE_NAMES: Readonly<Record<string, string>> = {
  text: '文',
  photo: '图',
  arranged: '整理',
  translated: '译',
  told: '讲述',
};
const named = (role: string) => `${role} ${Object.hasOwn(roles, role) ? roles[role]?.name : ROLE_NAMES[role]}`;

export const AUTHOR_WORDS = {
  id: '作者的编号，登记在 authors.yaml；有编号的有自己的一页',
  name: '姓名；没有登记的作者写姓名，不写编号',
  role: `做了什么，不写就是 text：${ROLE_IDS.map(named).join('、')}`,
} as const;

/** Who wrote a story here: by the id of `authors.yaml`, or by name alone. */
export const storyAuthorSchema = z
  .strictObject(
    explained(AUTHOR_WORDS, {
      id: idSchema.optional(),
      name: textSchema.optional(),
      role: z.enum(ROLE_IDS).default('text'),
    }),
  )
  .superRefine(({ id, name }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['name'], message });
    if (id === undefined && name === undefined) refuse('没有填写：登记过的作者写 id，没有登记的写 name');
    if (id !== undefined && name !== undefined) refuse('写了编号就不再写姓名：姓名在 authors.yaml 里');
  });

export const SERIES_WORDS = {
  id: '系列的编号，登记在 series/编号.yaml',
  number: '第几篇，从 1 起，同一系列里不重复',
} as const;

/** Which series a story belongs to, and its place in the reading order. */
export const storySeriesSchema = z.strictObject(
  explained(SERIES_WORDS, {
    id: idSchema,
    number: z.number().int({ error: '应是整数' }).min(1, { error: '从 1 数起' }),
  }),
);

export type SeriesData = z.infer<typeof seriesSchema>;
export type TagData = z.infer<typeof tagsSchema>['tags'][number];
export type AuthorData = z.infer<typeof authorsSchema>['authors'][number];
