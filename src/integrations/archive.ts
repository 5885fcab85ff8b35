import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { recolour } from '../lib/colours/palette.ts';
import { type Archive, archiveOf } from '../lib/schema/archive.ts';
import type { Config } from '../site/config.ts';
import { readSiteFile } from '../site/site-file.ts';

/** The part of Vite's plugins that is used here. */
interface Plugin {
  name: string;
  enforce: 'pre';
  load(id: string): string | undefined;
  transform(code: string, id: string): string | undefined;
}

/** Every fact as a constant of its own, so that a script takes along those that it names and no others. */
export const factsModule = (archive: Archive): string =>
  Object.entries(archive)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/** What an archive says of itself (`site.yaml`), put into what is built: its facts (`#archive`), colours and faces. */
export function archivePlugin({ contentFolder, language }: Pick<Config, 'contentFolder' | 'language'>): Plugin {
  const facts = archiveOf(readSiteFile(contentFolder), language);
  return {
    name: 'archive',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/site/archive.ts') ? factsModule(facts) : undefined),
    transform: (code, id) =>
      id.replace(/\?.*$/, '').endsWith('/src/styles/tokens.css')
        ? withFaces(recolour(code, facts.colours), facts.faces)
        : undefined,
  };
}

/** The archive's faces before ours. */
const withFaces = (css: string, faces: Archive['faces']): string =>
  Object.entries(faces).reduce(
    (all, [face, names]) =>
      all.replace(new RegExp(`(--${face}:\\s*)`), `$1${names.map((name) => JSON.stringify(name)).join(', ')}, `),
    css,
  );

/** Has the development server start anew when the file changes: everything may hang on it. */
export function archive(settings: Pick<Config, 'contentFolder' | 'language'>): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:config:setup': ({ updateConfig, addWatchFile }) => {
        addWatchFile(join(settings.contentFolder, 'site.yaml'));
        updateConfig({ vite: { plugins: [archivePlugin(settings)] } });
      },
    },
  };
}
