import { parse } from 'yaml';
import { readContent } from '../../src/editing/files/read-content.ts';
import { NO_ANCHORS } from '../../src/lib/manuscript/anchors.ts';
import { readStory } from '../../src/lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../../src/lib/manuscript/paths.ts';
import { isOnSite } from '../../src/lib/manuscript/publication.ts';
import { countySchema } from '../../src/lib/schema/registers.ts';
import type { Groups } from '../../src/site/groups.ts';
import type { Story } from '../../src/site/model.ts';
import { toCounty, toStory } from '../../src/site/stories.ts';

/**
 * The stories of a content folder, or of its files, as the site has them, without what only a build knows (pictures, addresses of paragraphs).
 * @param day today, `YYYY-MM-DD`
 */
export function siteStories(folder: string | readonly ContentFile[], day: string): Story[] {
  const files = typeof folder === 'string' ? readContent(folder) : folder;
  const under = (start: string) => files.filter(({ path }) => path.startsWith(start));
  const list = (path: string, name: string) => under(path).flatMap(({ text }) => parse(text)?.[name] ?? []);
  const counties = under('counties/').map((file) => toCounty(idOf(file), countySchema.parse(parse(file.text)), null));
  const groups: Groups = {
    counties,
    series: under('series/').map((file) => ({ ...parse(file.text), id: idOf(file), href: '' })),
    tags: list('tags.yaml', 'tags').map((tag) => ({ ...tag, href: '' })),
    authors: list('authors.yaml', 'authors').map((author) => ({ ...author, href: '' })),
  };
  return files
    .filter(({ path }) => storyAt(path))
    .map((file) => readStory(file))
    .filter(({ publication }) => isOnSite(publication, day))
    .map(({ slug, data, body, path }) => {
      if (!data) throw new Error(`${path} has errors: npm run check`);
      const county = counties.find(({ id }) => id === data.county);
      return toStory({ slug, data, blocks: body.blocks, county, anchors: NO_ANCHORS, groups }, day);
    });
}
