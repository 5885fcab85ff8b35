import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { config } from '../site/config.ts';

/** The editing form at `/edit/`: only under `npm run edit`, never in a build. */
export function editForm(): AstroIntegration {
  return {
    name: 'edit-form',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' || !config().hasEditForm) return;
        injectRoute({
          pattern: '/edit',
          entrypoint: fileURLToPath(new URL('../edit/page.astro', import.meta.url)),
          prerender: true,
        });
      },
    },
  };
}
