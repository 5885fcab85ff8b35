import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Converter } from 'opencc-js';
import { recolour } from '../lib/colours/palette.ts';
import { type Archive, archiveOf } from '../lib/schema/archive.ts';
import type { Config } from '../site/config.ts';
import { readSiteFile } from '../site/site-file.ts';
import { wordsPlugin } from './words.ts';

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
export function archivePlugin(facts: Archive): Plugin {
  return {
    name: 'archive',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/site/archive.ts') ? factsModule(facts) : undefined),
    transform: (code, id) => {
      const style = /\/src\/styles\/([\w-]+)\.css$/.exec(id.replace(/\?.*$/, ''))?.[1];
      if (style === 'tokens') return withFaces(recolour(code, facts.colours), facts.faces);
      // What not every archive needs is a part of the styles of those that do.
      if (style === 'base') return [code, ...besides(facts).map(readStyle)].join('\n');
      return undefined;
    },
  };
}

const besides = ({ logo, language }: Archive): string[] => [
  ...(logo ? [] : ['name-as-text']),
  ...(language === 'en' ? ['interface-en'] : []),
];

const readStyle = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../styles/${name}.css`, import.meta.url)), 'utf8');

/** The facts of this build; in traditional characters where that is its language. */
function factsOf({ contentFolder, language }: Pick<Config, 'contentFolder' | 'language'>): Archive {
  const facts = archiveOf(readSiteFile(contentFolder), language);
  return facts.language === 'zh-Hant' ? traditional(facts) : facts;
}

const toTraditional = Converter({ from: 'cn', to: 't' });

/** Every word of a fact in traditional characters; what stands as a key stays. */
const traditional = <T>(fact: T): T => {
  if (typeof fact === 'string') return toTraditional(fact) as T;
  if (Array.isArray(fact)) return fact.map(traditional) as T;
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(Object.entries(fact).map(([key, value]) => [key, traditional(value)])) as T;
};

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
        const facts = factsOf(settings);
        addWatchFile(join(settings.contentFolder, 'site.yaml'));
        updateConfig({ vite: { plugins: [archivePlugin(facts), wordsPlugin(facts)] } });
      },
    },
  };
}
