import type { Node } from '../../../lib/manuscript/tree.ts';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import type { Decision, Picture } from '../text/model.ts';

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};
const MARKS: readonly [RegExp, string][] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG/, 'image/png'],
  [/^RIFF....WEBP/s, 'image/webp'],
  [/^GIF8/, 'image/gif'],
];

/** A picture's type by its first bytes, or else by the ending of its name. */
export function typeOfPicture(name: string, bytes: Uint8Array): string {
  const first = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return MARKS.find(([mark]) => mark.test(first))?.[1] ?? TYPES[ending] ?? 'image/unknown';
}

/** The bytes of a file that stands beside the one that is imported, by the path it is named with; null without one. */
export type Beside = (path: string) => Uint8Array | null;

/** Has the pictures that stand beside a file come along; each of the others is told with its address. */
export function bringPictures(tree: Node, beside: Beside): { pictures: Picture[]; told: Decision[] } {
  const pictures: Picture[] = [];
  const told: Decision[] = [];
  const visit = (node: Node) => {
    if (node.type === 'image') {
      const alt = (node.alt ?? '').trim();
      if (!alt.startsWith(UNRESOLVED)) node.alt = `${UNRESOLVED}：${alt || '图片说明'}`;
      const bytes = beside(node.url);
      if (bytes) {
        const name = `picture-${pictures.length + 1}`;
        pictures.push({ name, type: typeOfPicture(node.url.replace(/[?#].*$/, ''), bytes), bytes });
        node.url = name;
        return;
      }
      node.url = node.url.trim().replace(/\s/g, '%20');
      if (/^(?:https?:)?\/\//.test(node.url))
        told.push({ line: 0, what: '图片在网上，没有取来，请存到文章旁边', text: node.url });
      else told.push({ line: 0, what: '图片没有找到，请放到文章旁边', text: node.url || '（没有地址）' });
    }
    if ('children' in node) for (const child of node.children) visit(child as Node);
  };
  visit(tree);
  return { pictures, told };
}
