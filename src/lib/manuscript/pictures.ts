import { resolveBeside } from '../media/kinds.ts';
import type { ContentFile } from './paths.ts';
import { type Node, parseBody, splitManuscript, walk } from './tree.ts';

/** Path inside the content folder of a picture that an article shows as `![…](./…)`; null where it leads out of it. */
export function pictureAt(article: string, url: string): string | null {
  try {
    return resolveBeside(article, decodeURIComponent(url));
  } catch {
    return null;
  }
}

/** The pictures of an article's text, as paths inside the content folder. */
export function picturesIn({ path, text }: ContentFile): string[] {
  // Most articles have none, and need not be parsed for it.
  const body = splitManuscript(text)?.body ?? '';
  if (!body.includes('![')) return [];
  const parsed = parseBody(body);
  const found: string[] = [];
  if ('tree' in parsed)
    walk(parsed.tree, (node: Node) => {
      const picture = node.type === 'image' ? pictureAt(path, node.url) : null;
      if (picture !== null) found.push(picture);
    });
  return found;
}
