import { isId } from '../schema/common.ts';

/** A file of the content folder: its path inside the folder, with `/`, and its text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** A file's id, and a story's slug: its name without folder and ending. */
export const idOf = ({ path }: Pick<ContentFile, 'path'>): string => path.replace(/.*\//, '').replace(/\.\w+$/, '');

/** The folder of stories that belong to no single county; no county may be called so. */
export const ESSAYS = 'essays';

/** Where a story lies by its path inside the content folder: its county's folder, or ESSAYS; null for what is no story there. */
export function storyAt(path: string): { folder: string; slug: string } | null {
  const [, folder] = path.split('/');
  return folder && /^stories\/[^/]+\/[^/]+\.mdx$/.test(path) ? { folder, slug: idOf({ path }) } : null;
}

/** Path of a story inside the content folder. */
export const storyFile = (folder: string, slug: string): string => `stories/${folder}/${slug}.mdx`;

/** Whether a word may be a slug and so stand in an address, a file name and a register. */
export const isSlug = isId;

/** What is said of a word that may not. */
export const SLUG_RULE = '只用小写字母、数字和连字符，以字母开头';

/** Characters of a file's name: some systems, and programs that pack files, take no more. */
export const LONGEST_NAME = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)\./;

/** Whether every system can store a file under a name: Windows keeps some for itself. */
export const isReservedName = (name: string): boolean => RESERVED.test(name);

/** Whether a name made of an id will do for a file. */
export const canStore = (name: string): boolean => name.length <= LONGEST_NAME && !isReservedName(name);
