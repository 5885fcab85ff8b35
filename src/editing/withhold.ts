import { FORMS } from '../lib/drawing/names.ts';
import type { Position } from '../lib/manuscript/problem.ts';
import { isAutolink } from '../lib/manuscript/runs.ts';
import { isElement, type Node, parseBody, splitManuscript, walk } from '../lib/manuscript/tree.ts';
import { findName, type Hit } from './names/find.ts';
import { lettersOf } from './names/spellings.ts';
import { addEntry, entriesOf, rangeOf, scalarsOf, writeEntries } from './withheld-fields.ts';

/** A name to be taken out of a manuscript, and what stands for it. */
export interface Withholding {
  /** The name in any spelling. */
  name: string;
  /** First characters of its HMAC. */
  id: string;
  /** What stands in its place: 某某, 郭女士. */
  as: string;
}

/** Why a place was left as it is: it may be somebody else's name, or only a person can mend it there. */
export interface LeftPlace extends Position {
  why: 'doubtful' | 'unmendable';
}

interface Change {
  start: number;
  end: number;
  to: string;
}

/**
 * Takes a name out of a story's words and fields in whatever spelling, so that nothing made from it can hold the name.
 * @param isMeant whether a place that may be a longer name or another word is this name; without it none is
 * @returns the manuscript and how often the name stood there; `left` counts the `places` that a person must look at
 */
export function withholdName(
  source: string,
  { name, id, as }: Withholding,
  isMeant: (hit: Hit) => boolean = () => false,
): { text: string; count: number; left: number; places: LeftPlace[] } {
  const hits = findName(source, name);
  // Of a story that does not hold the name nothing is asked, not even that it can be read.
  if (hits.length === 0) return { text: source, count: 0, left: 0, places: [] };
  const { head, body, headAt, bodyAt } = split(source);
  const mark = `<Withheld id="${id}">${as}</Withheld>`;
  const prose = readProse(body);
  const scalars = scalarsOf(head);
  const places: LeftPlace[] = [];
  const [inHead, inBody]: [Change[], Change[]] = [[], []];
  const paths: string[] = [];
  let count = 0;
  for (const hit of hits) {
    const leave = (why: LeftPlace['why']) => places.push({ ...positionAt(source, hit.start), why });
    if (hit.isDoubtful && !isMeant(hit)) leave('doubtful');
    else if (hit.start < bodyAt) {
      const field = scalars.find(({ node }) => isWithin(shift(hit, -headAt), rangeOf(node)));
      if (!field || hit.end > headAt + head.length) leave('unmendable');
      else {
        count++;
        paths.push(field.path);
        inHead.push({ start: hit.start - headAt, end: hit.end - headAt, to: as });
      }
    } else {
      const attribute = attributeAt(prose, body, shift(hit, -bodyAt));
      const changes = attribute ? [attribute.change(as)] : changesIn(prose, body, hit, -bodyAt, mark);
      if (changes) inBody.push(...changes);
      if (attribute) paths.push(attribute.path);
      count += changes ? 1 : 0;
      if (!changes) leave('unmendable');
    }
  }
  if (count === 0) return { text: source, count, left: places.length, places };
  const changed = apply(head, inHead);
  const text = `---\n${addEntry(changed, { id, as, in: paths })}\n---\n${boldAsTags(apply(body, inBody), mark)}`;
  return { text, count, left: places.length, places };
}

/** Puts a name back wherever it was taken out. A field in which another name has the same stand-in is left. */
export function restoreName(
  source: string,
  { name, id }: Pick<Withholding, 'name' | 'id'>,
): { text: string; count: number } {
  if (!source.includes(id)) return { text: source, count: 0 };
  const { head, body } = split(source);
  const marks = new RegExp(`<Withheld id="${id}">[^<]*</Withheld>`, 'g');
  const entries = entriesOf(head);
  const own = entries.find((entry) => entry.id === id);
  const inBody = body.match(marks)?.length ?? 0;
  if (!own && inBody === 0) return { text: source, count: 0 };
  const as = own?.as ?? '';
  const others = entries.filter((entry) => entry.id !== id && entry.as === as).flatMap((entry) => entry.in);
  const paths = new Set((own?.in ?? []).filter((path) => !others.includes(path)));
  const changes = scalarsOf(head)
    .filter(({ path }) => paths.has(path))
    .flatMap(({ node }) =>
      findAll(head, as, rangeOf(node)).map((start) => ({ start, end: start + as.length, to: name })),
    );
  const restored = writeEntries(
    apply(head, changes),
    entries.filter((entry) => entry.id !== id),
  );
  const attributes = [...paths]
    .filter((path) => /^[A-Z]/.test(path))
    .flatMap((path) => standIns(body, path, as).map((start) => ({ start, end: start + as.length, to: name })));
  const words = apply(body, attributes).replace(marks, name);
  const text = `---\n${restored}\n---\n${boldAsStars(words, name)}`;
  return { text, count: inBody + changes.length + attributes.length };
}

/** Whether a story withholds the name of an id. */
export const withholdsName = (source: string, id: string): boolean =>
  source.includes(`id="${id}"`) || source.includes(`id: "${id}"`);

/** Stars that touch a tag stay literal: what begins or ends with a mark is emphasised by a tag itself. */
const boldAsTags = (body: string, mark: string): string =>
  body.replace(/(?<!\*)(\*\*?)(?!\*)((?:(?!\1|\n).)+)\1(?!\*)/g, (whole, stars: string, words: string) => {
    const tag = stars === '*' ? 'em' : 'strong';
    return words.startsWith(mark) || words.endsWith(mark) ? `<${tag}>${words}</${tag}>` : whole;
  });

const boldAsStars = (body: string, name: string): string =>
  body.replace(/<strong>((?:(?!<\/strong>|\n).)*)<\/strong>/g, (whole, words: string) =>
    words.startsWith(name) || words.endsWith(name) ? `**${words}**` : whole,
  );

function split(source: string): { head: string; body: string; headAt: number; bodyAt: number } {
  const head = splitManuscript(source)?.frontmatter;
  if (head === undefined) throw new Error('文件没有以“---”之间的栏目开头');
  const headAt = source.indexOf('\n') + 1;
  const bodyAt = source.indexOf('\n---', headAt - 1 + head.length) + 5;
  return { head, body: source.slice(bodyAt), headAt, bodyAt };
}

/** The parts of a body that hold words: pieces of text, and the elements around them. */
interface Prose {
  /** Elements, inner ones after those around them. */
  elements: Node[];
  texts: { node: Node; start: number; end: number; parents: readonly Node[] }[];
}

function readProse(body: string): Prose {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(`正文有误，先改好：${parsed.finding.message}`);
  const texts: Prose['texts'] = [];
  const elements: Node[] = [];
  walk(parsed.tree, (node, parents) => {
    if (isElement(node)) elements.push(node);
    if (node.type === 'text' && !parents.some(isAutolink)) texts.push({ node, ...spanOf(node), parents });
  });
  return { elements, texts };
}

/** Attributes that hold words: whose a passage is, who said it, where it comes from. Others are addresses and ids. */
const WORDS_IN: Readonly<Record<string, readonly string[]>> = {
  Rights: ['holder', 'statement'],
  PullQuote: ['by'],
  Background: ['title', 'issuer'],
  Withheld: [],
  ...Object.fromEntries(Object.keys(FORMS).map((form) => [form, ['title']])),
};

const PATTERNS = new Map<string, RegExp>();
/** An attribute of an opening tag, with what it says as its second group. */
function attributePattern(tag: string, name: string): RegExp {
  const key = `${tag}.${name}`;
  const known = PATTERNS.get(key) ?? new RegExp(`(<${tag}\\s[^<>]*?\\b${name}=)("[^"]*"|'[^']*')`, 'gd');
  PATTERNS.set(key, known);
  return known;
}

/** The attribute that a place in a body stands in, as `Rights.holder`: no mark can stand there, only the stand-in itself. */
function attributeAt({ elements }: Prose, body: string, { start, end }: Pick<Hit, 'start' | 'end'>) {
  const element = elements.findLast((one) => isWithin({ start, end }, [spanOf(one).start, spanOf(one).end]));
  if (!element || !isElement(element)) return null;
  const tag = element.name ?? '';
  for (const name of Object.hasOwn(WORDS_IN, tag) ? (WORDS_IN[tag] ?? []) : []) {
    for (const { indices } of body.matchAll(attributePattern(tag, name))) {
      const value = indices?.[2];
      if (value && isWithin({ start, end }, value))
        return { path: `${tag}.${name}`, change: (to: string): Change => ({ start, end, to }) };
    }
  }
  return null;
}

/** Where a stand-in stands in an attribute from which a name was taken. */
const standIns = (body: string, path: string, as: string): number[] => {
  const [tag = '', name = ''] = path.split('.');
  return [...body.matchAll(attributePattern(tag, name))].flatMap(({ indices }) =>
    indices?.[2] ? findAll(body, as, indices[2]) : [],
  );
};

const spanOf = (node: Node) => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });

const isReading = (node: Node): boolean => isElement(node) && (node.name === 'rt' || node.name === 'rp');
const isRuby = (node: Node): boolean => isElement(node) && node.name === 'ruby';

/**
 * What turns a hit in the words of a body into a mark; null where it stands in an address, a picture's description or
 * among readings that belong to more than the name.
 */
function changesIn({ texts }: Prose, body: string, hit: Hit, by: number, mark: string): Change[] | null {
  const letters = hit.letters.map((letter) => shift(letter, by));
  const holders = letters.map((letter) => texts.find((text) => isWithin(letter, [text.start, text.end])));
  const [first] = holders;
  if (!first || holders.includes(undefined)) return null;
  const covers = (element: Node): boolean =>
    texts
      .filter(({ parents }) => parents.includes(element) && !parents.some(isReading))
      .every(({ start, end }) =>
        lettersOf(body.slice(start, end))
          .map((letter) => shift(letter, start))
          .every((letter) => letters.some((own) => own.start === letter.start)),
      );
  const rubies = [
    ...new Set(
      holders.flatMap((holder) => (holder?.parents.some(isReading) ? [] : (holder?.parents.filter(isRuby) ?? []))),
    ),
  ];
  if (rubies.some((ruby) => !covers(ruby))) return null;
  if (rubies.length === 0 && new Set(holders).size === 1) {
    return [{ start: letters[0]?.start ?? 0, end: letters.at(-1)?.end ?? 0, to: mark }];
  }
  const firstRuby = first.parents.find(isRuby);
  const opening = firstRuby ? spanOf(firstRuby) : letters[0];
  const emptied = [...new Set(holders.flatMap((holder) => holder?.parents ?? []))].filter(
    (node) => 'children' in node && node.type !== 'paragraph' && node.type !== 'root' && covers(node),
  );
  const gone = [...emptied.filter((node) => !first.parents.includes(node)).map(spanOf), ...letters.slice(1)];
  const between = letters.slice(1).flatMap((letter, i) => {
    const before = letters[i];
    return before && holders[i] === holders[i + 1] ? [{ start: before.end, end: letter.start }] : [];
  });
  const widest = [...gone, ...between].filter(
    (one) =>
      one.end > one.start &&
      !(opening && isWithin(one, [opening.start, opening.end])) &&
      !gone.some((other) => other !== one && isWithin(one, [other.start, other.end])),
  );
  return [
    { start: opening?.start ?? 0, end: opening?.end ?? 0, to: mark },
    ...widest.map(({ start, end }) => ({ start, end, to: '' })),
  ];
}

const shift = <T extends { start: number; end: number }>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});

const isWithin = ({ start, end }: { start: number; end: number }, [from, to]: readonly [number, number]): boolean =>
  start >= from && end <= to;

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function findAll(text: string, words: string, [from, to]: readonly [number, number]): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words, from); at !== -1 && at < to; at = text.indexOf(words, at + 1)) places.push(at);
  return words === '' ? [] : places;
}

const apply = (text: string, changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, to }) => all.slice(0, start) + to + all.slice(end), text);
