import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { WORKER, writeFarewell, writeOffline } from './write.ts';

interface Options {
  isOn: boolean;
  /** The oldest engines that the worker is written for, as Vite names them. */
  floor: string[];
}

/** Adds the service worker to a site. It comes last, when pages are what they will be. */
export function offlineReading({ isOn, floor }: Options): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-reading',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const isKept = isOn && command === 'build';
        updateConfig({
          vite: {
            define: { __WORKER__: JSON.stringify(isKept ? config.base.replace(/\/?$/, '/') + WORKER : '') },
          },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        if (!isOn) return writeFarewell(site, WORKER, base);
        writeFileSync(join(site, WORKER), await workerProgram(floor));
        const { size } = writeOffline(site, base);
        logger.info(`${size.pages} pages can be kept, ${Math.ceil(size.transfer / 1000)} kB to transfer`);
      },
    },
  };
}

/** A program of its own, which shares no module with a page: a worker is no module in every engine. */
async function workerProgram(target: string[]): Promise<string> {
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { target, write: false, lib: { entry, formats: ['iife'], name: 'worker' } },
  });
  const [bundle] = [built].flat();
  const program = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (program?.type !== 'chunk') throw new Error('Vite wrote no service worker');
  return program.code;
}
