import * as about from '#words/about.ts';
import * as aloud from '#words/aloud.ts';
import * as background from '#words/background.ts';
import * as captions from '#words/captions.ts';
import * as citing from '#words/citing.ts';
import * as data from '#words/data.ts';
import * as drawings from '#words/drawings.ts';
import * as editors from '#words/editors.ts';
import * as figures from '#words/figures.ts';
import * as files from '#words/files.ts';
import * as front from '#words/front.ts';
import * as groups from '#words/groups.ts';
import * as kept from '#words/kept.ts';
import * as licences from '#words/licences.ts';
import * as map from '#words/map.ts';
import * as marks from '#words/marks.ts';
import * as media from '#words/media.ts';
import * as missing from '#words/missing.ts';
import * as offline from '#words/offline.ts';
import * as paragraphLinks from '#words/paragraph-links.ts';
import * as prose from '#words/prose.ts';
import * as punctuation from '#words/punctuation.ts';
import * as reading from '#words/reading.ts';
import * as registers from '#words/registers.ts';
import * as rights from '#words/rights.ts';
import * as search from '#words/search.ts';
import * as searchFields from '#words/search-fields.ts';
import * as selection from '#words/selection.ts';
import * as settings from '#words/settings.ts';
import * as share from '#words/share.ts';
import * as site from '#words/site.ts';
import * as sources from '#words/sources.ts';
import * as story from '#words/story.ts';
import * as timeline from '#words/timeline.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { SiteData } from '../../lib/schema/site.ts';
import { faultOfWords, keysOf, type WordKey } from '../../lib/words/sections.ts';

/** Every section of the words of the interface. */
export const SECTIONS: readonly Readonly<Record<string, unknown>>[] = [
  about,
  aloud,
  background,
  captions,
  citing,
  data,
  drawings,
  editors,
  figures,
  files,
  front,
  groups,
  kept,
  licences,
  map,
  marks,
  media,
  missing,
  offline,
  paragraphLinks,
  prose,
  punctuation,
  reading,
  registers,
  rights,
  search,
  searchFields,
  selection,
  settings,
  share,
  site,
  sources,
  story,
  timeline,
];

const KEYS: ReadonlyMap<string, WordKey> = new Map(SECTIONS.flatMap(keysOf).map((one) => [one.key, one]));

/** Words of `site.yaml` for keys that the interface does not have, or that name values it does not know. */
export function findWrongWords({
  value,
  locate,
}: {
  value: Pick<SiteData, 'words'> | null;
  locate: Locate;
}): Finding[] {
  return Object.entries(value?.words ?? {}).flatMap(([key, given]): Finding[] => {
    const place = locate(['words', key]);
    const known = KEYS.get(key);
    if (!known) {
      const guess = nearest(key, [...KEYS.keys()]);
      const cure = guess ? `是不是 ${guess}？` : '可以改的键，运行 npm run words 列出';
      return [{ ...place, rule: 'words-unknown', message: `界面上没有 ${key.slice(0, 60)} 这个键`, cure }];
    }
    const texts = typeof given === 'object' && given !== null ? Object.values(given) : [given];
    const fault = texts.map((text) => faultOfWords(text, known)).find((one) => one !== null);
    return fault
      ? [{ ...place, rule: 'words-values', message: `${key}：${fault}`, cure: '照手册“改界面上的字”写' }]
      : [];
  });
}

/** All keys that an archive may put in its own words, with what each is told. */
export const wordKeys = (): readonly WordKey[] => [...KEYS.values()];
