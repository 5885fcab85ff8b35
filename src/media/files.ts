import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '../lib/media/kinds.ts';
import { readMp3 } from '../lib/media/mp3.ts';
import { readMp4 } from '../lib/media/mp4.ts';
import { withoutProperties } from '../lib/media/pdf.ts';
import type { PublishedFile, Recording } from '../lib/media/published.ts';
import { type Cue, writeWebVtt } from '../lib/media/webvtt.ts';
import { MEDIA } from '../lib/urls.ts';

import { nameOf, remembered } from './store.ts';

/** Changes where a file is emptied otherwise of what it tells. */
const RECIPE = 'file 1';
const FILE = 'file';

/** A recording without tags, dates, names and places. Throws where the check before the build did not look at it. */
export async function makeRecording(file: string, cache: string): Promise<Recording> {
  const bytes = readFileSync(file);
  const ending = endingOf(file);
  if (ending === 'mp3') {
    const mp3 = readMp3(bytes) ?? unchecked(file);
    return { ...(await keep(mp3.sound, ending, cache)), seconds: mp3.seconds, width: 0, height: 0 };
  }
  const mp4 = readMp4(bytes) ?? unchecked(file);
  const { width = 0, height = 0 } = mp4.tracks.find(({ handler }) => handler === 'vide') ?? {};
  return { ...(await keep(mp4.bytes, ending, cache)), seconds: mp4.seconds, width, height };
}

/** A document for readers to take along: a PDF without its properties, anything else as it is. */
export async function makeDocument(file: string, cache: string): Promise<PublishedFile> {
  const bytes = readFileSync(file);
  const ending = endingOf(file);
  if (ending !== 'pdf') return keep(bytes, ending, cache);
  const emptied = await withoutProperties(bytes);
  return keep('reason' in emptied ? unchecked(file) : emptied, ending, cache);
}

export const makeTrack = (cues: readonly Cue[], cache: string): Promise<PublishedFile> =>
  keep(new TextEncoder().encode(writeWebVtt(cues)), 'vtt', cache);

async function keep(bytes: Uint8Array, ending: string, cache: string): Promise<PublishedFile> {
  const name = nameOf(`${RECIPE} ${ending}`, bytes);
  await remembered(cache, name, async (folder) => {
    writeFileSync(join(folder, `${FILE}.${ending}`), bytes);
    return {};
  });
  return { path: `${MEDIA}/${name}/${FILE}.${ending}`, bytes: bytes.length };
}

function unchecked(file: string): never {
  throw new Error(`${file} was not checked before the build`);
}
