import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hasForm, SEPARATE_FORM } from '../edit/form-folder.ts';
import { pathInRepository } from '../editing/files/git.ts';
import { config } from '../site/config.ts';

/** The editing form at `/edit/`: only under `npm run edit`, never in a build. */
export function editForm(): AstroIntegration {
  return {
    name: 'edit-form',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, updateConfig }) => {
        if (command !== 'dev' || !config().hasEditForm) return;
        const content = pathInRepository(config().contentFolder).replace(/\/$/, '');
        updateConfig({ vite: { define: { 'import.meta.env.EDIT_CONTENT': JSON.stringify(content) } } });
        if (!hasForm()) updateConfig({ vite: { resolve: { alias: SEPARATE_FORM.alias } } });
        injectRoute({
          pattern: '/edit',
          entrypoint: fileURLToPath(new URL('../edit/page.astro', import.meta.url)),
          prerender: true,
        });
      },
    },
  };
}
