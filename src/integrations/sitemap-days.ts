import { readContent } from '../editing/files/read-content.ts';
import { lastChange } from '../lib/manuscript/last-change.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { storyAt } from '../lib/manuscript/paths.ts';
import { isOnSite } from '../lib/manuscript/publication.ts';
import type { Config } from '../site/config.ts';

type Settings = Pick<Config, 'contentFolder' | 'basePath' | 'today'>;

/**
 * The day on which a page last changed, for the map of the site: of a story by its own record, of a county’s page, the front
 * page and the list of stories by the stories on them. Other pages change with too much to say.
 * @returns by the path of the page under the host, `YYYY-MM-DD`
 */
export function daysOfPages({ contentFolder, basePath, today }: Settings): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  const note = (path: string, day: string) => {
    const at = basePath + path;
    if ((days.get(at) ?? '') < day) days.set(at, day);
  };
  for (const file of readContent(contentFolder)) {
    if (!storyAt(file.path)) continue;
    const { slug, data, publication } = readStory(file);
    if (!data || !isOnSite(publication, today)) continue;
    const day = lastChange(data);
    const counties = [data.county ?? [], data.counties].flat();
    const english = data.en ? ['en/'] : [];
    for (const path of ['', 'stories/', ...english, `stories/${slug}/`, ...counties.map((id) => `counties/${id}/`)])
      note(path, day);
  }
  return days;
}
