import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf, isWordsFile, resolveBeside } from '../lib/media/kinds.ts';
import type { Medium, Picture, Tiles, Words } from '../lib/media/published.ts';
import { type Cue, readWebVtt } from '../lib/media/webvtt.ts';
import type { MediumData } from '../lib/schema/media.ts';
import { decodeText } from '../lib/text/encoding.ts';
import { MEDIA } from '../lib/urls.ts';
import { makeDocument, makeRecording, makeTrack } from './files.ts';
import { makePicture, makeTiles, TILE } from './pictures.ts';

/** Where media come from and go to. */
export interface Places {
  contentFolder: string;
  /** See MEDIA_CACHE. */
  cache: string;
  /** Address of the site with its path: viewers of IIIF on other sites are told it. */
  site: string;
}

/** The folder of a site's `info.json`: what stands in it is the site's address, so that another site has another folder. */
export const tilesPlace = (site: string): string => createHash('sha256').update(site).digest('hex').slice(0, 8);

/**
 * Makes all media of a story, as readers get them.
 * @param story path of the manuscript inside the content folder
 * @throws where the check before the build did not look at a file
 */
export async function makeMedia(story: string, entries: readonly MediumData[], places: Places): Promise<Medium[]> {
  const media: Medium[] = [];
  for (const entry of entries) media.push(await makeMedium(story, entry, places));
  return media;
}

async function makeMedium(
  story: string,
  { file, transcript, captions, poster, ...rest }: MediumData,
  places: Places,
): Promise<Medium> {
  const { contentFolder, cache } = places;
  const at = (path: string) => join(contentFolder, resolveBeside(story, path) ?? path);
  const isPicture = rest.kind === 'photo' || rest.kind === 'scan';
  const shown = isPicture ? file : poster;
  const cues = captions === undefined ? null : cuesOf(at(captions));
  return {
    ...rest,
    picture: shown === undefined ? null : await makePicture(at(shown), cache),
    tiles: rest.kind === 'scan' ? await tilesOf(at(file), places) : null,
    recording: rest.kind === 'audio' || rest.kind === 'video' ? await makeRecording(at(file), cache) : null,
    track: cues && (await makeTrack(cues, cache)),
    words: wordsOf(transcript, at) ?? (cues && { cues }),
    document: rest.kind === 'file' ? await makeDocument(at(file), cache) : null,
  };
}

async function tilesOf(file: string, { cache, site }: Places): Promise<Tiles> {
  return { path: `${MEDIA}/${await makeTiles(file, cache)}/${tilesPlace(site)}`, side: TILE };
}

/** Pictures that stand in an article as `![…](./…)`, by path inside the content folder. */
export async function makePictures(
  paths: readonly string[],
  { contentFolder, cache }: Pick<Places, 'contentFolder' | 'cache'>,
): Promise<Record<string, Picture>> {
  const made: [string, Picture][] = [];
  for (const path of new Set(paths)) made.push([path, await makePicture(join(contentFolder, path), cache)]);
  return Object.fromEntries(made);
}

/** The words that an entry gives itself, or the file of which it gives the path. */
function wordsOf(transcript: string | undefined, at: (path: string) => string): Words | null {
  if (transcript === undefined) return null;
  if (!isWordsFile(transcript)) return { paragraphs: paragraphsOf(transcript) };
  const file = at(transcript);
  return endingOf(transcript) === 'vtt' ? { cues: cuesOf(file) } : { paragraphs: paragraphsOf(textOf(file)) };
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

function textOf(file: string): string {
  const decoded = decodeText(readFileSync(file));
  if ('problem' in decoded) throw new Error(`${file} was not checked before the build`);
  return decoded.text;
}

function cuesOf(file: string): readonly Cue[] {
  const read = readWebVtt(textOf(file));
  if ('message' in read) throw new Error(`${file} was not checked before the build`);
  return read.cues;
}
