import { EDIT_FORM } from '#words/editors.ts';
import { WORDS } from '../lib/schema/hints.ts';
import { MEDIA_KINDS, MEDIUM_WORDS } from '../lib/schema/media.ts';
import { UNRESOLVED } from '../lib/schema/unresolved.ts';
import { path } from '../lib/urls.ts';

type Field = Record<string, unknown>;

const { story, correction } = WORDS;

const field = (name: string, hint: string, more: Field = {}): Field => ({
  name,
  label: hint.split(/[，：；]/)[0],
  hint,
  widget: 'string',
  ...more,
});
const choice = (name: string, hint: string, options: readonly string[]) =>
  field(name, hint, { widget: 'select', options });

/**
 * What the form may touch: words, state and corrections. Milestones, figures and the source are left to the editor of
 * text, where the check points at the line; fields that are not listed here are kept as they are.
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
