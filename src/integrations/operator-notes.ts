import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readContent } from '../editing/files/read-content.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { storyAt } from '../lib/manuscript/paths.ts';
import type { Publication } from '../lib/manuscript/publication.ts';
import { ARCHIVE } from '../site/archive.ts';
import { type Config, config } from '../site/config.ts';
import { OUTLINE_FILE } from '../site/map-outlines.ts';

/** What whoever publishes a build has to know of it, though nothing is wrong with the manuscripts. */
export function notesOn(
  {
    siteUrl,
    hasSiteUrl,
    contactUrl,
    today,
    mapOutlines,
  }: Pick<Config, 'siteUrl' | 'hasSiteUrl' | 'contactUrl' | 'today' | 'mapOutlines'>,
  publications: readonly Publication[],
  hasOutlines = false,
): { address: string | null; contact: string | null; scheduled: string | null; outlines: string | null } {
  const isForThisMachine = !hasSiteUrl || /^http:\/\/localhost\b/.test(siteUrl);
  const days = publications
    .flatMap(({ status, scheduledFor }) => (status === 'scheduled' && scheduledFor ? scheduledFor : []))
    .filter((day) => day > today)
    .sort();
  return {
    address: hasSiteUrl
      ? null
      : '没有设 SITE_URL：这一版的引文、数据里不写网址，也没有站点地图、订阅和 OAI-PMH。要发布，设好网址再生成，例如 SITE_URL=https://example.org',
    contact:
      contactUrl || isForThisMachine
        ? null
        : '没有写联系地址：读者发现错误、请求隐名，找不到人。在 site.yaml 里写一行 contact: mailto:…，或设 CONTACT_URL',
    scheduled: days[0]
      ? `还有 ${days.length} 篇定时发表，最近的在 ${days[0]}：那天零点（中国时间）以后要再生成一次，读者才看得到`
      : null,
    outlines:
      mapOutlines || isForThisMachine || !hasOutlines
        ? null
        : '没有设 MAP_OUTLINES：地图上画着内容文件夹里的界线。在中国公开登载画有行政区划界线的地图，一般要先送审，写一句“示意图”免不了。送审过的，设 MAP_OUTLINES=界线文件，文件里写审图号；还没有的，设 MAP_OUTLINES=none，地图只画地点、河流和地名；不必送审的，把 MAP_OUTLINES 写成现在这个界线文件的路径，就不再提示',
  };
}

/** Says at the end of a build where it must not be published as it is, and when the next one is due. */
export function operatorNotes(): AstroIntegration {
  return {
    name: 'notes',
    hooks: {
      'astro:build:done': ({ logger }) => {
        // Of a site in more than one language, the first build says it.
        const { language } = config();
        if (language !== undefined && language !== ARCHIVE.languages[0]) return;
        const stories = readContent(config().contentFolder).filter(({ path }) => storyAt(path));
        const settings = config();
        const { address, contact, scheduled, outlines } = notesOn(
          settings,
          stories.map((story) => readStory(story).publication),
          existsSync(join(settings.contentFolder, OUTLINE_FILE)),
        );
        if (scheduled) logger.info(scheduled);
        if (address) logger.warn(address);
        if (contact) logger.warn(contact);
        if (outlines) logger.warn(outlines);
      },
    },
  };
}
