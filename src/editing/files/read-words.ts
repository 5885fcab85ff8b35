import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import { endingOf, WORDS_FORMATS } from '../../lib/media/kinds.ts';
import { decodeText } from '../../lib/text/encoding.ts';
import { listFolder } from './list-folder.ts';

/** Transcripts and captions beside stories, and whatever else lies there as text; what is no text is left out. */
export function readWords(folder: string): ContentFile[] {
  return listFolder(folder)
    .filter(({ path, isFile }) => isFile && path.startsWith('stories/') && isWords(path))
    .flatMap(({ path }) => {
      const decoded = decodeText(readFileSync(join(folder, path)));
      return 'text' in decoded && decoded.encoding === 'utf-8' ? [{ path, text: decoded.text }] : [];
    });
}

const isWords = (path: string): boolean => [...WORDS_FORMATS, 'csv'].includes(endingOf(path));
