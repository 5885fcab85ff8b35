import { readContent } from '../../src/editing/files/read-content.ts';
import { config } from '../../src/site/config.ts';

/** Every name of the registers: people, places, practices, counties, with their other forms. */
export function registerNames(): string[] {
  const names = readContent(config().contentFolder)
    .filter(({ path }) => !path.startsWith('stories/'))
    .flatMap(({ text }) => [...text.matchAll(/^\s*(?:- )?(?:\{ ?id: [\w-]+, )?name: ["']?([^"'\n,}]+)/gm)])
    .map((match) => match[1]?.trim() ?? '');
  return [...new Set(names)].filter(Boolean);
}
