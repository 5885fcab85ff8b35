import type { Words } from '../complete.ts';
import { plural } from '../english.ts';
import type * as zh from '../zh-Hans/media.ts';

export const MEDIA_WORDS = {
  enlarge: 'Enlarge',
  readClosely: 'Read closely',
  gallery: (count) => `Gallery, ${plural(count, 'photograph')}`,
  audio: 'Audio',
  video: 'Video',
  document: 'Document',
  transcript: 'Transcript',
  captions: 'Captions',
  minutes: (minutes, seconds) => `${minutes} min ${seconds} s`,
  seconds: (seconds) => `${seconds} s`,
  download: (format, size) => `Download (${format}, ${size})`,
  open: (format, size) => `${format}, ${size}`,
  address: (kind, address) => `${kind}: ${address}`,
  iiif: 'IIIF',
  iiifTitle: 'The IIIF address of this page, for other image viewers',
  speaker: (name) => `${name}: `,
  viewer: 'Picture viewer',
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole page',
  counter: (number, count) => `${number} / ${count}`,
  keys: 'Arrow keys move, plus and minus zoom, Esc closes',
} as const satisfies Words<typeof zh.MEDIA_WORDS>;
