import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A story before and after marks were written into it. */
interface Written {
  before: string;
  after: string;
}

/** Where what can be undone is kept, below the project's folder for what can be made anew. */
const fileFor = (story: string): string =>
  join('.cache', 'mark', `${createHash('sha256').update(story).digest('hex').slice(0, 16)}.json`);

/** The file and its text by which the writing of marks can be undone; of a second time, to what was before the first. */
export function undoRecord(story: string, before: string, after: string): { file: string; text: string } {
  const file = fileFor(story);
  const earlier = readRecord(file);
  const written: Written = { before: earlier?.after === before ? earlier.before : before, after };
  return { file, text: JSON.stringify(written) };
}

/** What a story was before marks were written; or why that is not known, or would undo more. */
export function beforeMarks(story: string, now: string): { text: string } | { fault: string } {
  const written = readRecord(fileFor(story));
  if (!written) return { fault: '没有可以撤销的：这篇没有用 npm run mark 写过标记' };
  if (written.after !== now) return { fault: '写标记之后文件又改过，撤销会丢掉后来的改动，没有动它' };
  return { text: written.before };
}

export const forgetUndo = (story: string): void => rmSync(fileFor(story), { force: true });

function readRecord(file: string): Written | null {
  if (!existsSync(file)) return null;
  try {
    const { before, after } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Written>;
    return typeof before === 'string' && typeof after === 'string' ? { before, after } : null;
  } catch {
    return null;
  }
}
