import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import project from './package.json' with { type: 'json' };
import { archive } from './src/integrations/archive.ts';
import { contentGuard } from './src/integrations/content-guard.ts';
import { earlyImports } from './src/integrations/early-imports.ts';
import { editForm } from './src/integrations/edit-form.ts';
import { fetchEarly } from './src/integrations/fetch-early.ts';
import { fileList } from './src/integrations/file-list.ts';
import { gestureWords } from './src/integrations/gesture-words.ts';
import { indexLinks } from './src/integrations/index-links.ts';
import { licences } from './src/integrations/licences.ts';
import { manuscriptPlugins } from './src/integrations/manuscript-plugins.ts';
import { media } from './src/integrations/media.ts';
import { isMoved } from './src/integrations/moved-pages.ts';
import { noteWords } from './src/integrations/note-words.ts';
import { operatorNotes } from './src/integrations/operator-notes.ts';
import { output } from './src/integrations/output.ts';
import { ownOrigin } from './src/integrations/own-origin.ts';
import { preview } from './src/integrations/preview.ts';
import { share } from './src/integrations/share.ts';
import { daysOfPages } from './src/integrations/sitemap-days.ts';
import { pagePlugins } from './src/integrations/text-plugins.ts';
import { tightenCsp } from './src/integrations/tighten-csp.ts';
import { FEATURES } from './src/lib/manuscript/tree.ts';
import { ASSETS } from './src/lib/urls.ts';
import { BESIDE } from './src/lib/words/zh-Hans/licences.ts';
import { offlineReading } from './src/offline/integration.ts';
import { zhSearch } from './src/search/index/integration.ts';
import { ARCHIVE } from './src/site/archive.ts';
import { chooseBasemap } from './src/site/basemap.ts';
import { cacheFolder, config } from './src/site/config.ts';
import { shippedFile } from './src/site/licences.ts';
import { mapOutlines } from './src/site/map-outlines.ts';
import { policyDirectives } from './src/site/policy.ts';

const settings = config();
/** The browser floor, as Vite writes it: syntax and styles younger than that are lowered. */
const floor = project.browserslist.map((engine) => engine.replace('ios_saf', 'ios').replace(' ', ''));
const days = daysOfPages(settings);
// Now, so that outlines which cannot be used stop the build before anything is written.
mapOutlines();

export default defineConfig({
  // Nobody else can use an address of this machine: without one, pages name none of their own.
  ...(settings.hasSiteUrl ? { site: settings.siteUrl } : {}),
  base: settings.basePath,
  trailingSlash: 'always',
  cacheDir: cacheFolder(settings),
  outDir: settings.outFolder,
  integrations: [
    archive(settings),
    gestureWords(),
    contentGuard(),
    preview(),
    editForm(),
    ownOrigin(),
    mdx(),
    react(),
    ...(settings.hasSiteUrl
      ? [
          sitemap({
            filter: (page) => !page.includes('/embed/') && !isMoved(settings, page),
            serialize: (page) => ({ ...page, lastmod: days.get(new URL(page.url).pathname) }),
          }),
        ]
      : []),
    media(),
    share(),
    zhSearch({
      ...{ description: 'search/description.json', folder: `${ASSETS}/search` },
      wholeUpTo: settings.searchWholeUpTo,
    }),
    earlyImports(),
    licences({ beside: Object.keys(BESIDE), file: shippedFile(settings) }),
    tightenCsp(),
    // After all that writes addresses, and before what lists pages by their hash.
    indexLinks(),
    operatorNotes(),
    // What readers keep is listed by its hash, so it comes after all that changes a page.
    offlineReading({ isOn: settings.offline, floor }),
    // All that readers can have; only the names of the release come after.
    fileList(),
    output(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: {
        ...FEATURES,
        gfm: { footnotes: { ...noteWords(ARCHIVE), clobberPrefix: '' } },
      },
      mdastPlugins: [...manuscriptPlugins(settings)],
      hastPlugins: pagePlugins,
    }),
  },
  build: { inlineStylesheets: 'always', assets: ASSETS },
  security: {
    // script-src and style-src get the hashes of what each page holds.
    csp: { directives: [...policyDirectives(chooseBasemap(settings))] },
  },
  vite: {
    build: {
      cssTarget: floor,
      // Scripts are files of their own: none is needed to read, and one fetched is kept for every other page.
      assetsInlineLimit: 0,
      // MDX marks its modules for Astro, which reads the marks before bundling: nothing is lost by losing them there.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // `light-dark()`, which no style sheet here uses: each `color-scheme` would bring two properties for it. And prefixes:
    // underlines would have two of each property for what is written here in none but long forms; others are in the files.
    css: { lightningcss: { exclude: (1 << 20) | (1 << 18) } },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // By the component that holds it, not by what a script is called in the bundler: every page names its scripts.
              entryFileNames: ({ name }) => `${ASSETS}/${name.replace(/\.astro_.*/, '')}.[hash].js`,
              // The bundler calls what several scripts share by all of them.
              chunkFileNames: ({ name }) => `${ASSETS}/${name.replace(/^shared.*/, 'shared')}.[hash].js`,
              // What scripts share in little is one small file, not ten: each costs a reader on a slow line more than its bytes.
              codeSplitting: {
                groups: [
                  // Of every page.
                  {
                    name: 'shared',
                    test: /src\/components\/(?:(?!parts)[\w-]+|layout\/settings|offline\/register)\.ts$|src\/offline\/names\.ts$/,
                  },
                  {
                    name: 'shared',
                    // Citing is fetched by few, and late.
                    test: (id) => !/node_modules|src\/search\/|citing|citation|selection\.ts/.test(id),
                    ...{ minShareCount: 2, maxModuleSize: 4000 },
                    // A page fetches what it shares with others, and nothing that only others share.
                    ...{ entriesAware: true, entriesAwareMergeThreshold: 3500 },
                  },
                ],
              },
            },
          },
        },
      },
    },
    // Astro asks for `esnext` whatever a configuration says; a plugin has the last word.
    plugins: [
      fetchEarly(),
      {
        name: 'browser-floor',
        configEnvironment: (name) => (name === 'client' ? { build: { target: floor } } : undefined),
      },
    ],
  },
  logger: { entrypoint: './src/integrations/build-log.mjs' },
  devToolbar: { enabled: false },
  // The Astro extension of VS Code completes and explains front matter from the schemas.
  experimental: { contentIntellisense: true },
});
