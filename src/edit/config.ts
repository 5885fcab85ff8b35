import { sourceKinds } from '#archive';
import { EDIT_FORM } from '#words/editors.ts';
import { AUTHOR_WORDS, SERIES_WORDS } from '../lib/schema/groups.ts';
import { WORDS } from '../lib/schema/hints.ts';
import { MEDIA_KINDS, MEDIUM_WORDS } from '../lib/schema/media.ts';
import { RIGHTS_WORDS } from '../lib/schema/rights.ts';
import { KINDS, SOURCE_FIELDS, SOURCE_KINDS, type SourceField } from '../lib/schema/source-kinds.ts';
import { UNRESOLVED } from '../lib/schema/unresolved.ts';
import { path } from '../lib/urls.ts';

type Field = Record<string, unknown>;

const { story, english, correction } = WORDS;

/** A field that may be empty. */
const OPTIONAL: Field = { required: false };

const field = (name: string, hint: string, more: Field = {}): Field => ({
  name,
  label: hint.split(/[，：；（]/)[0],
  hint,
  widget: 'string',
  ...more,
});
const choice = (name: string, hint: string, options: readonly string[]) =>
  field(name, hint, { widget: 'select', options });

/** Which kinds of source have a field, for its hint: 书信、访谈. */
const kindsWith = (name: SourceField): string =>
  SOURCE_KINDS.filter((kind) => kind !== 'other' && KINDS[kind].fields.includes(name))
    .map((kind) => KINDS[kind].name)
    .join('、');

/** Fields of a source that hold several names. */
const NAMES: readonly SourceField[] = ['translator', 'interviewer', 'interviewee'];

/** Words of a source, by kind. Its bylines, and what may be null, as headline and date, are kept as they are. */
const sourceFields = [
  field('kind', '种类：它决定下面哪些栏目用得上；不写就是报纸', {
    ...{ widget: 'select', ...OPTIONAL },
    options: [
      ...SOURCE_KINDS.map((kind) => ({ value: kind, label: KINDS[kind].name })),
      ...Object.entries(sourceKinds).map(([value, { name }]) => ({ value, label: name })),
    ],
  }),
  ...(Object.keys(SOURCE_FIELDS) as SourceField[])
    // Of a newspaper that does not say its own name it is null.
    .filter((name) => name !== 'publisher')
    .map((name) =>
      field(name, `${SOURCE_FIELDS[name]}（${kindsWith(name)}）`, {
        ...OPTIONAL,
        ...(NAMES.includes(name) ? { widget: 'list' } : {}),
      }),
    ),
  field('url', '原件的网址', OPTIONAL),
  field('accessed', '查阅网址的日子，写成 2026-11-01', OPTIONAL),
  field('note', WORDS.source.note, OPTIONAL),
];

const rightsFields = (['licence', 'holder', 'statement'] as const).map((name) =>
  field(name, RIGHTS_WORDS[name], name === 'licence' ? {} : OPTIONAL),
);

/**
 * What the form may touch: words, state, what a story belongs to and whose it is, its source, corrections. Milestones and
 * figures are left to the editor of text, where the check points at the line; fields that are not listed here are kept as
 * they are.
 * @param content where the archive lies in the folder that the editor opens; '' where it is that folder
 */
export const formConfig = (content: string) => {
  const stories = content === '' ? 'stories' : `${content}/stories`;
  return {
    load_config_file: false,
    // Never asked: the form works on the folder that the editor opens. It will have at least one way to sign in.
    backend: { name: 'github', repo: 'local/local', branch: 'main', auth_methods: ['token'] },
    app_title: EDIT_FORM.title,
    logo: { src: path('favicon.svg') },
    // It would tear figures out of their sentences; the page itself is what `npm run preview` shows.
    editor: { preview: false },
    media_folder: stories,
    public_folder: `/${stories}`,
    // Dates must stay in quotes; what is empty must stay away.
    output: { omit_empty_optional_fields: true, yaml: { quote: 'double' } },
    collections: [
      {
        name: 'stories',
        label: '文章',
        label_singular: '文章',
        folder: stories,
        path: '{{county}}/{{slug}}',
        extension: 'mdx',
        format: 'yaml-frontmatter',
        // New stories come from `npm run new` and `npm run import`; published ones are never deleted.
        create: false,
        delete: false,
        fields: [
          field('title', story.title),
          // The path names it: it must be listed, and moving a story takes moving its file.
          field('county', story.county, { readonly: true, required: false }),
          field('subtitle', story.subtitle, { required: false }),
          field('summary', story.summary, { widget: 'text' }),
          ...(['terms', 'unsaid'] as const).map((name) =>
            field(name, story[name], {
              widget: 'list',
              required: false,
              collapsed: true,
              field: { name: 'text', label: story[name].split('：')[0], widget: 'string' },
            }),
          ),
          field('en', story.en, {
            ...{ widget: 'object', collapsed: true, ...OPTIONAL },
            fields: [field('title', english.title), field('abstract', english.abstract, { widget: 'text' })],
          }),
          field('lang', story.lang, OPTIONAL),
          field('counties', story.counties, { widget: 'list', ...OPTIONAL }),
          field('series', story.series, {
            ...{ widget: 'object', collapsed: true, ...OPTIONAL },
            fields: [
              field('id', SERIES_WORDS.id),
              field('number', SERIES_WORDS.number, { widget: 'number', value_type: 'int', min: 1 }),
            ],
          }),
          field('tags', story.tags, { widget: 'list', ...OPTIONAL }),
          field('authors', story.authors, {
            ...{ widget: 'list', collapsed: true, ...OPTIONAL },
            fields: [
              field('id', AUTHOR_WORDS.id, OPTIONAL),
              field('name', AUTHOR_WORDS.name, OPTIONAL),
              field('role', AUTHOR_WORDS.role, OPTIONAL),
            ],
          }),
          field('rights', story.rights, { widget: 'object', collapsed: true, ...OPTIONAL, fields: rightsFields }),
          field('source', story.source, { widget: 'object', collapsed: true, fields: sourceFields }),
          choice('privacy', story.privacy, [UNRESOLVED, 'reviewed']),
          field('media', story.media, {
            widget: 'list',
            required: false,
            collapsed: true,
            summary: '{{fields.kind}} {{fields.id}}',
            fields: [
              field('id', MEDIUM_WORDS.id),
              choice('kind', MEDIUM_WORDS.kind, MEDIA_KINDS),
              field('file', MEDIUM_WORDS.file),
              ...(['alt', 'caption', 'credit', 'date'] as const).map((name) =>
                field(name, MEDIUM_WORDS[name], { required: false }),
              ),
              field('rights', MEDIUM_WORDS.rights, {
                ...{ widget: 'object', collapsed: true, ...OPTIONAL },
                fields: rightsFields,
              }),
              field('transcript', MEDIUM_WORDS.transcript, { widget: 'text', required: false }),
              ...(['captions', 'poster'] as const).map((name) => field(name, MEDIUM_WORDS[name], { required: false })),
            ],
          }),
          field('corrections', story.corrections, {
            widget: 'list',
            required: false,
            collapsed: true,
            fields: [
              field('date', correction.date),
              choice('kind', correction.kind, ['更正', '补充', '说明']),
              field('text', correction.text, { widget: 'text' }),
            ],
          }),
          { name: 'body', label: '正文', widget: 'markdown', modes: ['raw'], hint: '正文是纯文本，标记照原样留着' },
        ],
      },
    ],
  } as const;
};
