import { isCitable, isOwn } from '../manuscript/blocks.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { isMark } from '../manuscript/marks.ts';
import { attribute, isElement, type Node, positionOf, textOf, walk } from '../manuscript/tree.ts';
import { privacyOf } from '../privacy/told.ts';
import type { StoryData } from '../schema/story.ts';
import { joinLines } from '../text/line-ends.ts';

/** One piece of a text as readers had it: a heading, a paragraph, a row of a table. */
export interface VersionBlock {
  /** Of a paragraph, the id that it is linked to by. */
  id?: string;
  /** Of a heading, 2 or 3. */
  depth?: number;
  /** Its words; null where they tell of private people and are not kept. */
  text: string | null;
}

/** The words of a story as they stood from a day on. */
export interface Version {
  /** The first day on which they stood, `YYYY-MM-DD`. */
  day: string;
  /** How many corrections the story had told by then. */
  corrections: number;
  /** Null where it may not be told any more, as with the summary. */
  title: string | null;
  summary: string | null;
  blocks: VersionBlock[];
}

/** The versions of one story, `versions/<slug>.json` in the content folder: the earliest first, last what stands. */
export interface VersionTable {
  versions: Version[];
}

interface Making {
  day: string;
  /** Ids of the citable blocks, in order; '' for one that has none. */
  ids: readonly string[];
  isHiddenPlace: (id: string) => boolean;
}

/**
 * The words of a story as its page tells them, without what is private.
 * @returns null where its fields or its text cannot be read: nobody knows then what is private
 */
export function versionOf(
  { data, body }: Pick<Manuscript<StoryData>, 'data' | 'body'>,
  { day, ids, isHiddenPlace }: Making,
): Version | null {
  if (!data || body.fault) return null;
  const isPrivate = privacyOf(data, isHiddenPlace);
  let count = 0;
  const texts = body.blocks
    .filter((block) => isOwn(block) || block.kind === 'background')
    .map((block) => {
      const id = isCitable(block) ? ids[count++] : '';
      const words = block.marks.some(isPrivate) ? null : block.text;
      const depth = block.depth > 0 ? { depth: block.depth } : {};
      return { line: block.line, block: { ...(id ? { id } : {}), ...depth, text: words } };
    });
  const rows = rowsIn(body.tree).map(({ line, text, marks }) => ({
    ...{ line, block: { text: marks.some(isPrivate) ? null : text } },
  }));
  return {
    ...{ day, corrections: data.corrections.length, title: data.title, summary: data.summary },
    blocks: [...texts, ...rows].sort((a, b) => a.line - b.line).map(({ block }) => block),
  };
}

/** The rows of all tables, a line each: blocks know of none. */
function rowsIn(tree: Node | null) {
  const rows: { line: number; text: string; marks: { name: string; id: string }[] }[] = [];
  if (tree)
    walk(tree, (node) => {
      if (node.type !== 'tableRow') return;
      const marks: { name: string; id: string }[] = [];
      walk(node, (inner) => {
        if (isElement(inner) && isMark(inner.name)) marks.push({ name: inner.name, id: attribute(inner, 'id') ?? '' });
      });
      const cells = node.children.map((cell) => joinLines(textOf(cell as Node)).trim());
      rows.push({ line: positionOf(node).line, text: cells.join('｜'), marks });
    });
  return rows;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isWords = (value: unknown) => typeof value === 'string' || value === null;

/** Reads what `versions/<slug>.json` holds; null where it is damaged. */
export function readVersionTable(text: string): VersionTable | null {
  try {
    const table: unknown = JSON.parse(text);
    return isTable(table) ? table : null;
  } catch {
    return null;
  }
}

function isTable(table: unknown): table is VersionTable {
  const { versions } = (table ?? {}) as Partial<Record<keyof VersionTable, unknown>>;
  return (
    Array.isArray(versions) &&
    versions.every((version: Partial<Record<keyof Version, unknown>> | null) => {
      const { day, corrections, title, summary, blocks } = version ?? {};
      const isWhole = typeof day === 'string' && DAY.test(day) && Number.isSafeInteger(corrections);
      return isWhole && isWords(title) && isWords(summary) && Array.isArray(blocks) && blocks.every(isBlock);
    })
  );
}

function isBlock(block: Partial<Record<keyof VersionBlock, unknown>> | null): boolean {
  const { id, depth, text } = block ?? {};
  const isNamed = id === undefined || (typeof id === 'string' && /^p-[0-9a-f]+$/.test(id));
  return isNamed && (depth === undefined || depth === 2 || depth === 3) && isWords(text);
}

/** Whether two versions say the same; what one of them does not tell may be anything. */
export function saysTheSame(a: Version, b: Version): boolean {
  const isSame = (one: string | null, other: string | null) => one === null || other === null || one === other;
  return (
    isSame(a.title, b.title) &&
    isSame(a.summary, b.summary) &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every(({ text, depth }, i) => depth === b.blocks[i]?.depth && isSame(text, b.blocks[i]?.text ?? null))
  );
}

/**
 * The versions with one that came after them. Of what was changed several times on a day the last is kept, but for what a
 * correction put right.
 */
export function addVersion(versions: readonly Version[], now: Version): Version[] {
  const last = versions.at(-1);
  if (!last) return [now];
  if (saysTheSame(last, now)) return [...versions];
  const isCorrected = now.corrections > last.corrections;
  // A clock that went back turns nothing round.
  const [, day = now.day] = [now.day, last.day].sort();
  if (last.day === day && !isCorrected) {
    const before = versions.slice(0, -1);
    const former = before.at(-1);
    // Changed and changed back on one day.
    return former && saysTheSame(former, now) ? before : [...before, { ...now, day }];
  }
  return [...versions, { ...now, day }];
}

/** What each version is called in addresses: its day, and where one day has several, which of them. */
export const namesOf = (versions: readonly Pick<Version, 'day'>[]): string[] =>
  versions.map(({ day }, index) => {
    const earlier = versions.slice(0, index).filter((other) => other.day === day).length;
    return earlier === 0 ? day : `${day}-${earlier + 1}`;
  });
