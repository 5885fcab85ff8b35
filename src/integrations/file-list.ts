import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFileList } from '../release/file-list.ts';
import { config } from '../site/config.ts';

/** Fills the page of all files. After all that writes or changes a file, and before what gives the release its name. */
export const fileList = (): AstroIntegration => ({
  name: 'file-list',
  hooks: {
    'astro:build:done': ({ dir }) => writeFileList(fileURLToPath(dir), config().indexLinks),
  },
});
