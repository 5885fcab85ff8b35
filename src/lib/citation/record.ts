import { LIST } from '#words/punctuation.ts';
import { SOURCES } from '#words/sources.ts';
import type { Source } from '../schema/source.ts';
import { kindLike } from '../schema/source-kinds.ts';

/** Who is answerable for a source: its authors, of a letter who wrote it, of an interview who spoke. */
export function authorsOf({ kind, bylines, sender, interviewee }: Source): string[] {
  const written = bylines.flatMap(({ names }) => names);
  if (kindLike(kind) === 'letter' && sender) return [sender];
  if (kindLike(kind) === 'interview' && interviewee) return [...interviewee];
  return written;
}

/** Its title; where it has none, what it is: a letter to somebody, an interview. Null where nothing is to be said. */
export function titleOf({ kind, headline, recipient, interviewee, programme }: Source): string | null {
  if (headline) return headline;
  if (kindLike(kind) === 'letter') return SOURCES.letterTitle(recipient ?? '');
  if (kindLike(kind) === 'interview' && interviewee) return SOURCES.interviewTitle(interviewee.join(LIST));
  return programme ?? null;
}

/** All sources of a story, the first of them first. */
export const sourcesOf = ({ source, sources }: { source: Source; sources: readonly Source[] }): Source[] => [
  source,
  ...sources,
];
