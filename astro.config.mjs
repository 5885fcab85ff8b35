import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentGuard } from './src/integrations/content-guard.ts';
import { editForm } from './src/integrations/edit-form.ts';
import { indexLinks } from './src/integrations/index-links.ts';
import { manuscriptPlugins } from './src/integrations/manuscript-plugins.ts';
import { ownOrigin } from './src/integrations/own-origin.ts';
import { tightenCsp } from './src/integrations/tighten-csp.ts';
import { FEATURES } from './src/lib/manuscript/tree.ts';
import { ASSETS } from './src/lib/urls.ts';
import { zhSearch } from './src/search/index/integration.ts';
import { chooseBasemap } from './src/site/basemap.ts';
import { cacheFolder, config } from './src/site/config.ts';
import { mapOutlines } from './src/site/map-outlines.ts';
import { policyDirectives } from './src/site/policy.ts';

const settings = config();
// Now, so that outlines which cannot be used stop the build before anything is written.
mapOutlines();

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  trailingSlash: 'always',
  cacheDir: cacheFolder(settings),
  outDir: settings.outFolder,
  integrations: [
    contentGuard(),
    editForm(),
    ownOrigin(),
    mdx(),
    react(),
    sitemap({ filter: (page) => !page.includes('/embed/') }),
    zhSearch({ description: 'search/description.json' }),
    tightenCsp(),
    // After all that writes addresses.
    indexLinks(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { ...FEATURES, gfm: { footnotes: { label: '注释', backLabel: '回到正文第 {reference} 处' } } },
      mdastPlugins: [...manuscriptPlugins(settings)],
    }),
  },
  build: { inlineStylesheets: 'always', assets: ASSETS },
  security: {
    // script-src and style-src get the hashes of what each page holds.
    csp: { directives: [...policyDirectives(chooseBasemap(settings))] },
  },
  vite: {
    build: {
      // QQ and Baidu browsers lag behind: nesting and range queries are lowered for them.
      cssTarget: ['chrome90', 'firefox90', 'safari15'],
      // Scripts are files of their own: none is needed to read, and one fetched is kept for every other page.
      assetsInlineLimit: 0,
      // MDX marks its modules for Astro, which reads the marks before bundling: nothing is lost by losing them there.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  logger: { entrypoint: './src/integrations/build-log.mjs' },
  devToolbar: { enabled: false },
  // The Astro extension of VS Code completes and explains front matter from the schemas.
  experimental: { contentIntellisense: true },
});
