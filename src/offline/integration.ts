import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { WORKER, writeFarewell, writeOffline } from './write.ts';

/** Adds the service worker to a site. It comes last, when pages are what they will be. */
export function offlineReading({ isOn }: { isOn: boolean }): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-reading',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const isKept = isOn && command === 'build';
        updateConfig({
          vite: {
            define: { __WORKER__: JSON.stringify(isKept ? config.base.replace(/\/?$/, '/') + WORKER : '') },
            plugins: isKept ? [workerProgram()] : [],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        if (!isOn) return writeFarewell(site, WORKER, base);
        const { size } = writeOffline(site, base);
        logger.info(`${size.pages} pages can be kept, ${Math.ceil(size.transfer / 1000)} kB to transfer`);
      },
    },
  };
}

/** A script of its own among those for browsers. It must export nothing and share nothing with another: a worker is no module. */
const workerProgram = () => ({
  name: 'offline-worker',
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
  buildStart(this: { emitFile(file: { type: 'chunk'; id: string; fileName: string }): string }) {
    this.emitFile({ type: 'chunk', id: fileURLToPath(new URL('./worker.ts', import.meta.url)), fileName: WORKER });
  },
});
