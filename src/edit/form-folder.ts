import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether the form came with `npm ci`: it is among developers' packages. */
export const hasForm = (): boolean => existsSync('node_modules/@sveltia/cms');

/** Where it is fetched to otherwise, when `npm run edit` first needs it: it is a seventh of what an editor would install. */
export const SEPARATE_FORM = {
  manifest: 'src/edit/form-package',
  folder: '.cache/form',
  alias: { '@sveltia/cms': resolve('.cache/form/node_modules/@sveltia/cms/npm/index.js') },
};
