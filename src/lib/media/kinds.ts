import type { MediaKind } from '../schema/media.ts';

/** What a story may show beside its words, by the component that places it. A gallery places several photographs. */
export const MEDIA_COMPONENTS = {
  Photo: 'photo',
  Gallery: 'photo',
  Audio: 'audio',
  Video: 'video',
  Scan: 'scan',
  File: 'file',
} as const;
export type MediaComponent = keyof typeof MEDIA_COMPONENTS;

/** What a file may be, of each kind. Every browser of the floor shows or plays these. */
export const FORMATS: Readonly<Record<MediaKind, readonly string[]>> = {
  photo: ['jpg', 'jpeg', 'png', 'webp'],
  scan: ['jpg', 'jpeg', 'png', 'webp'],
  audio: ['mp3', 'm4a'],
  video: ['mp4'],
  file: ['pdf', 'csv', 'txt'],
};

/** Words beside a recording: what is said in it, as text or with the times at which it is said. */
export const WORDS_FORMATS: readonly string[] = ['txt', 'vtt'];

/** The end of a file's name, in lower case and without its dot. */
export const endingOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

const LOOKS_LIKE_MEDIA =
  /\.(?:mp3|m4a|m4b|aac|wav|wma|ogg|oga|opus|flac|amr|aiff?|ape|mp4|m4v|mov|avi|mkv|webm|wmv|flv|rm|rmvb|mpe?g|3gp|ts|vtt|srt)$/i;

/** Whether a name is that of a recording or of its captions, be it one that is taken or not. */
export const isRecording = (path: string): boolean => LOOKS_LIKE_MEDIA.test(path);

/**
 * A path as an entry names it, beside its story, as a path inside the content folder.
 * @returns null where it leads out of the folder, or is none
 */
export function resolveBeside(story: string, file: string): string | null {
  if (file.startsWith('/') || file.includes('\\') || /^[a-z][a-z0-9+.-]*:/i.test(file)) return null;
  const parts = story.split('/').slice(0, -1);
  for (const part of file.split('/')) {
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The ids that a gallery names, parted by blanks or commas. */
export const idsIn = (ids: string): string[] => ids.split(/[\s,，、]+/).filter(Boolean);

/** Whether a transcript names a file, beside being words: one word with the ending of one. */
export const isWordsFile = (transcript: string): boolean =>
  !/\s/.test(transcript.trim()) && WORDS_FORMATS.includes(endingOf(transcript));
