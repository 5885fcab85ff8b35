import * as archive from '#archive';
import { DATA } from '#words/data.ts';
import { COMMA } from '#words/punctuation.ts';
import { type DcElement, type OaiRecord, oaiFiles } from '../lib/data/oai.ts';
import { path } from '../lib/urls.ts';
import { bylineText, kindWords, sourceDateText } from './citation.ts';
import type { Published } from './feeds.ts';
import { dataAddress } from './open-rows.ts';
import type { OriginalRecord, StoryRecord } from './record.ts';

/** The files of /oai/: Dublin Core of every story, in a set for each county. @param contact of who runs the site */
export function harvestFiles(held: Published, contact: string | null): Map<string, string> {
  const { site, records } = held;
  const sets = held.counties.filter(({ id }) => records.some(({ own }) => own.counties.some((one) => one.id === id)));
  return oaiFiles({
    ...{ name: archive.name, baseUrl: new URL(path('oai/'), site).href, host: site.hostname },
    // The protocol asks for one; where none is named, that which RFC 2142 has for a site.
    email: /^mailto:([^?]+)/.exec(contact ?? '')?.[1] ?? `webmaster@${site.hostname}`,
    modified:
      records
        .map(({ own }) => own.modified)
        .sort()
        .at(-1) ?? '1970-01-01',
    sets: sets.map(({ id, region, name }) => ({ id, name: region + name })),
    records: records.map((record) => oaiRecord(record, site)),
    badVerb: DATA.badVerb,
  });
}

function oaiRecord({ slug, own, originals }: StoryRecord, site: URL): OaiRecord {
  const all = (name: DcElement, texts: readonly (string | null)[]) =>
    texts.filter((text) => text !== null && text !== '').map((text): [DcElement, string] => [name, text ?? '']);
  return {
    ...{ identifier: `oai:${site.hostname}:${slug}`, slug, datestamp: own.modified },
    sets: own.counties.map(({ id }) => id),
    elements: [
      ...all('title', [own.fullTitle]),
      ...all('creator', own.authors),
      ...all('subject', [own.genre.name, ...own.tags]),
      ...all('description', [own.summary]),
      ...all('publisher', [own.publisher?.name ?? own.site]),
      // Whose report is retold did not write these words.
      ...all(
        'contributor',
        own.creators.filter((name) => !own.authors.includes(name)),
      ),
      ...all('date', [own.published]),
      ...all('type', ['Text']),
      ...all('format', ['text/html']),
      ...all('identifier', [dataAddress(own.path, site)]),
      ...all('source', originals.map(sourceLine)),
      ...all('language', [own.language]),
      ...all('relation', [own.series?.title ?? null]),
      ...all(
        'coverage',
        own.counties.map(({ region, name }) => region + name),
      ),
      ...all('rights', [own.rights?.text ?? null, own.rights?.uri ?? null]),
    ],
  };
}

/** An original in a line, with what is not known of it: the day of a report stands here, and in no date of ours. */
export function sourceLine({ source, kind, title, publisher }: OriginalRecord): string {
  const words = kindWords(kind);
  const said = [title ?? words.noHeadline, bylineText(source.bylines), publisher ?? words.noPublisher];
  return [...said, sourceDateText(source)].filter(Boolean).join(COMMA);
}
