import { existsSync } from 'node:fs';
import { standingOf } from '../editing/addresses.ts';
import { anchorsFile, readAnchors } from '../editing/files/anchors-file.ts';
import { readOnSite } from '../editing/files/read-on-site.ts';
import { keptVersionNames } from '../editing/files/versions-file.ts';
import { answerAt, slugAt, tableOf } from '../lib/addresses/answers.ts';
import { bareStory, type Kept } from '../lib/addresses/kept.ts';
import { assignAnchors } from '../lib/manuscript/anchors.ts';
import { isCitable } from '../lib/manuscript/blocks.ts';
import { readYaml, validate } from '../lib/manuscript/frontmatter.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { REGISTERS, registerAt } from '../lib/schema/register-table.ts';

interface Settings {
  contentFolder: string;
  showsDrafts: boolean;
  today: string;
}

/** What is left at addresses that have no page any more, by what the table of addresses and stories that were taken down say. */
export function readKept(files: readonly ContentFile[], { contentFolder, showsDrafts, today }: Settings): Kept[] {
  const rows = files
    .filter(({ path }) => registerAt(path) === 'addresses')
    .flatMap(({ text }) => validate(REGISTERS.addresses.schema, readYaml(text, 1)).value?.addresses ?? []);
  if (rows.length === 0) return [];
  const table = tableOf(rows);
  const standing = standingOf(readOnSite(files, { day: today, isPreview: showsDrafts }), files);
  const stories = new Map(files.filter(({ path }) => storyAt(path)).map((file) => [`stories/${idOf(file)}`, file]));
  const kept = [...table.values()].flatMap(({ at, gone }): Kept[] => {
    const answer = answerAt(at, table, standing);
    if (answer.kind === 'moved') {
      const target = stories.get(answer.to);
      const paragraphs = target && standing.live.has(answer.to) ? paragraphsFrom(contentFolder, at, target) : null;
      return [{ at, kind: 'moved', to: answer.to, paragraphs }];
    }
    if (answer.kind === 'gone' && gone) return [{ at, kind: 'gone', ...gone, name: gone.name ?? null }];
    const file = answer.kind === 'retired' ? stories.get(at) : undefined;
    const data = file && readStory(file).data;
    return data?.retired ? [{ at, kind: 'retired', ...toldOf(files, data) }] : [];
  });
  return [...kept, ...kept.flatMap((one) => versionsAt(contentFolder, one))];
}

/** The pages of former words that a story had under an address: they go with it, or lead to what tells of it. */
function versionsAt(folder: string, kept: Kept): Kept[] {
  const slug = slugAt(kept.at);
  if (slug === null) return [];
  const to = kept.kind === 'moved' ? kept.to : kept.at;
  const own = keptVersionNames(folder, slug);
  // Of a story that was renamed they went along.
  const carried = own.length === 0 && kept.kind === 'moved' ? keptVersionNames(folder, slugAt(kept.to) ?? '') : [];
  return [...own, ...carried].map((name) => ({
    ...{ at: `${kept.at}/versions${name}`, kind: 'moved', paragraphs: null },
    to: own.length === 0 ? `${to}/versions${name}` : to,
  }));
}

/** What of a story that was taken down is told: of one that must not be known, nothing but when and why. */
function toldOf(files: readonly ContentFile[], data: NonNullable<ReturnType<typeof readStory>['data']>) {
  const { date = '', reason = '', private: isPrivate = false } = data.retired ?? {};
  const file = files.find(({ path }) => path === `counties/${data.county}.yaml`);
  const county = file ? validate(REGISTERS.counties.schema, readYaml(file.text, 1)).value : null;
  return { date, reason, story: isPrivate ? null : bareStory(data), county: isPrivate ? null : county };
}

/**
 * Where the paragraphs of a story stand that went into another, which has numbers of its own. Null where it was but renamed:
 * its table went along then, and every paragraph is called as before.
 */
function paragraphsFrom(folder: string, at: string, target: ContentFile): Record<string, string> | null {
  const slug = slugAt(at);
  if (slug === null || !existsSync(anchorsFile(folder, slug))) return null;
  const texts = readStory(target)
    .body.blocks.filter(isCitable)
    .map(({ text }) => text);
  const old = readAnchors(folder, slug);
  const known = new Set(old.paragraphs.map(({ id }) => id));
  const now = assignAnchors(texts, readAnchors(folder, idOf(target)));
  const pairs = assignAnchors(texts, old).paragraphs.map(({ id }, i) => [id, now.paragraphs[i]?.id ?? ''] as const);
  return Object.fromEntries(pairs.filter(([id]) => known.has(id)));
}
