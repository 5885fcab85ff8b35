import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const OURS = fileURLToPath(new URL('../components/fetch-early.ts', import.meta.url));

/** Puts our helper around dynamic imports of readers' scripts, where Vite would put its own. */
export const fetchEarly = (): Plugin => ({
  name: 'fetch-early',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => OURS,
  },
});
