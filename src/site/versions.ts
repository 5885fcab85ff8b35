import { paragraphPath, versionsPath } from '../lib/urls.ts';
import { changesBetween, type Run } from '../lib/versions/changes.ts';
import { namesOf, type Version, type VersionBlock } from '../lib/versions/versions.ts';
import { isListed } from './corrections.ts';
import type { Story } from './model.ts';

/** One change of a story: the words that it replaced, and what became of them. */
export interface VersionStep {
  /** Where it stands on the page of all changes. */
  anchor: string;
  /** The page of the words before it. */
  href: string;
  name: string;
  /** First day of those words. */
  from: string;
  /** Day of the change; null where only the build that shows it knows. */
  until: string | null;
  title: string | null;
  summary: string | null;
  blocks: readonly VersionBlock[];
  changes: readonly { of: 'title' | 'summary' | 'heading' | 'text'; href: string | null; runs: readonly Run[] }[];
  /** What the story told of it. */
  corrections: readonly Story['corrections'][number][];
}

/** What a story said before. */
export interface StoryVersions {
  story: Story;
  /** The earliest change first. */
  steps: readonly VersionStep[];
}

/** What a story's own page says of them. */
export interface Former {
  href: string;
  /** How often the story was changed. */
  count: number;
}

export const formerOf = (versions: StoryVersions | undefined): Former | null =>
  versions ? { href: versionsPath(versions.story.slug), count: versions.steps.length } : null;

interface Known {
  versions: readonly Version[];
  isSince: boolean;
}

/** The former words of a story; null where none are known. */
export function storyVersions(story: Story, known: Known | undefined): StoryVersions | null {
  if (!known || known.versions.length < 2) return null;
  const { versions, isSince } = known;
  const names = namesOf(versions);
  const ids = new Set(story.paragraphs.map(({ id }) => id));
  const steps = versions.slice(0, -1).map((version, index): VersionStep => {
    const [name, next] = [names[index] ?? '', versions[index + 1] as Version];
    const isLast = index === versions.length - 2;
    const until = isLast && !isSince ? null : next.day;
    return {
      ...{ name, anchor: `v-${name}`, href: versionsPath(story.slug, name), from: version.day, until },
      ...{ title: version.title, summary: version.summary, blocks: version.blocks },
      changes: changesBetween(version, next).map(({ of, id, runs }) => ({
        ...{ of, runs, href: id !== null && ids.has(id) ? paragraphPath(story.slug, id) : null },
      })),
      corrections: story.corrections
        .slice(version.corrections, isLast ? undefined : next.corrections)
        .filter((correction) => isListed(story, correction)),
    };
  });
  return { story, steps };
}
