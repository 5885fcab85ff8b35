import type { AstroIntegration } from 'astro';
import { readContent } from '../editing/files/read-content.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { storyAt } from '../lib/manuscript/paths.ts';
import type { Publication } from '../lib/manuscript/publication.ts';
import { ARCHIVE } from '../site/archive.ts';
import { type Config, config } from '../site/config.ts';

/** What whoever publishes a build has to know of it, though nothing is wrong with the manuscripts. */
export function notesOn(
  { siteUrl, hasSiteUrl, contactUrl, today }: Pick<Config, 'siteUrl' | 'hasSiteUrl' | 'contactUrl' | 'today'>,
  publications: readonly Publication[],
): { address: string | null; contact: string | null; scheduled: string | null } {
  const days = publications
    .flatMap(({ status, scheduledFor }) => (status === 'scheduled' && scheduledFor ? scheduledFor : []))
    .filter((day) => day > today)
    .sort();
  return {
    address: hasSiteUrl
      ? null
      : '没有设 SITE_URL：这一版的引文、数据里不写网址，也没有站点地图。要发布，设好网址再生成，例如 SITE_URL=https://example.org',
    contact:
      contactUrl || !hasSiteUrl || /^http:\/\/localhost\b/.test(siteUrl)
        ? null
        : '没有写联系地址：读者发现错误、请求隐名，找不到人。在 site.yaml 里写一行 contact: mailto:…，或设 CONTACT_URL',
    scheduled: days[0]
      ? `还有 ${days.length} 篇定时发表，最近的在 ${days[0]}：那天零点（中国时间）以后要再生成一次，读者才看得到`
      : null,
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
        const { address, contact, scheduled } = notesOn(
          config(),
          stories.map((story) => readStory(story).publication),
        );
        if (scheduled) logger.info(scheduled);
        if (address) logger.warn(address);
        if (contact) logger.warn(contact);
      },
    },
  };
}
