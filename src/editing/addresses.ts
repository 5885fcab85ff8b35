import { type Standing, slugAt } from '../lib/addresses/answers.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { ADDRESSED } from '../lib/schema/addresses.ts';
import { registerAt } from '../lib/schema/register-table.ts';
import type { OnSite } from './entries.ts';

type Shown = { readonly [Kind in (typeof ADDRESSED)[number]]: OnSite[Kind] | ReadonlySet<string> };

/** The addresses of all that readers may see, in the order of their letters. */
export function liveAddresses(onSite: Shown, files: readonly ContentFile[]): string[] {
  const pages = files.filter(({ path }) => registerAt(path) === 'pages').map(idOf);
  return [...ADDRESSED.flatMap((kind) => [...onSite[kind]].map((id) => `${kind}/${id}`)), ...pages].sort();
}

/** What stands of an archive, and what of it was taken down. */
export const standingOf = (onSite: Shown, files: readonly ContentFile[]): Standing => ({
  live: new Set(liveAddresses(onSite, files)),
  retired: new Set(
    files
      .filter((file) => storyAt(file.path) && readStory(file).publication.status === 'retired')
      .map((file) => `stories/${idOf(file)}`)
      .filter((at) => !onSite.stories.has(slugAt(at) ?? '')),
  ),
});
