import { type Entry, type MentionSuggestion, meets, type Passage } from './suggestion.ts';

/** What may stand in a name or not without making it another: quotation marks, blanks, commas between its parts. */
const LOOSE = /[\s“”"'‘’「」『』《》〈〉（）()、，·・]/u;
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['《', '》'],
];

/** A text without what is loose, each of its characters with its place. */
function bare(text: string, isLoose = (letter: string) => LOOSE.test(letter)): { letters: string; places: number[] } {
  const letters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (isLoose(letter)) continue;
    for (const one of letter.normalize('NFKC')) {
      letters.push(one);
      for (let i = 0; i < one.length; i++) places.push(at);
    }
  }
  return { letters: letters.join(''), places };
}

interface Hit {
  entry: Entry;
  passage: number;
  start: number;
  end: number;
  length: number;
}

/** Letters and digits beside a name of letters and digits make another of it: 12+4 is not 2+4. */
const isCut = (form: string, letters: string, at: number): boolean => {
  const goesOn = (a: string, b: string) => /[\dA-Za-z+]/.test(a) && /[\dA-Za-z+]/.test(b);
  return (
    goesOn(letters.charAt(at - 1), form.charAt(0)) ||
    goesOn(form.charAt(form.length - 1), letters.charAt(at + form.length))
  );
};

/** 的 parts the words of a practice as well: 轮流放水的办法. */
const isLooseInPractices = (letter: string): boolean => LOOSE.test(letter) || letter === '的';

function hitsIn(text: string, passage: number, entry: Entry): Hit[] {
  const { letters, places } = entry.field === 'practices' ? bare(text, isLooseInPractices) : bare(text);
  const forms = entry.forms.map((name) => ({ name, skipped: 0 }));
  // 石桥村的码头: the owner is a place of its own.
  if (entry.part) forms.push({ name: `${entry.part.owner}的${entry.part.rest}`, skipped: entry.part.owner.length + 1 });
  return forms.flatMap(({ name, skipped }) => {
    const form = (entry.field === 'practices' ? bare(name, isLooseInPractices) : bare(name)).letters;
    const hits: Hit[] = [];
    if (form.length < 2) return hits;
    for (let at = letters.indexOf(form); at >= 0; at = letters.indexOf(form, at + 1)) {
      if (isCut(form, letters, at)) continue;
      const [start, end] = [places[at + skipped] ?? 0, (places[at + form.length - 1] ?? 0) + 1];
      // A name does not go on behind a comma that it does not have itself.
      const inner = text.slice(start, end);
      if (/，/u.test(inner) && !/[，、]/u.test(name)) continue;
      if (/、/u.test(inner) && !/、/u.test(name) && entry.field !== 'practices') continue;
      const [from, to] = withQuotes(text, start, end);
      // A number is no name by itself unless it is quoted: 2+4.
      if (/^[\d+]+$/.test(form) && from === start) continue;
      hits.push({ entry, passage, start: from, end: to, length: form.length - skipped });
    }
    return hits;
  });
}

/** The quotation marks that belong to a name: those around it, and the other one of each that stands in it. */
function withQuotes(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  for (const [open, close] of PAIRS) {
    const inner = text.slice(from, to);
    const [opened, closed] = [inner.split(open).length, inner.split(close).length];
    if (closed > opened && text.charAt(from - 1) === open) from--;
    else if (opened > closed && text.charAt(to) === close) to++;
    else if (opened === closed && text.charAt(from - 1) === open && text.charAt(to) === close) {
      from--;
      to++;
    }
  }
  return [from, to];
}

/** Whether quotation marks are whole within a stretch, so that a mark around it reads well. */
const isWhole = (words: string): boolean =>
  PAIRS.every(([open, close]) => words.split(open).length === words.split(close).length);

/** Whether a place is named within the name of a smaller one: 石桥市 in 石桥市某码头. Practices name no others. */
const isPart = (one: Hit, other: Hit): boolean =>
  one.entry.field === 'places' &&
  other.entry.field === 'places' &&
  one.start >= other.start &&
  one.end <= other.end &&
  one.length < other.length;

/**
 * Where the text names what is registered and not marked yet: of each entry the first place, of names within each other the
 * longer.
 */
export function mentionsIn(
  passages: readonly Passage[],
  entries: readonly Entry[],
  isMarked: (entry: Entry) => boolean,
): MentionSuggestion[] {
  const hits = passages.flatMap(({ kind, text, taken }, passage) =>
    kind === 'heading'
      ? []
      : entries
          .flatMap((entry) => hitsIn(text, passage, entry))
          .filter((hit) => isWhole(text.slice(hit.start, hit.end)))
          .filter((hit) => !taken.some(([start, end]) => meets(hit, { start, end }))),
  );
  const longest: Hit[] = [];
  const there = new Map<number, Hit[]>();
  for (const hit of hits.sort((a, b) => b.length - a.length || a.start - b.start)) {
    const own = there.get(hit.passage) ?? [];
    if (own.some((one) => meets(one, hit) && !isPart(hit, one))) continue;
    longest.push(hit);
    there.set(hit.passage, [...own, hit]);
  }
  longest.sort((a, b) => a.passage - b.passage || a.start - b.start || b.end - a.end);
  const seen = new Set<string>();
  return longest.flatMap(({ entry, passage, start, end }) => {
    const key = `${entry.field} ${entry.id}`;
    if (seen.has(key) || isMarked(entry)) return [];
    seen.add(key);
    const words = passages[passage]?.text.slice(start, end) ?? '';
    const doubts = [...words].length < 3 ? ['名字很短，看看说的是不是它'] : [];
    return [{ kind: 'mention' as const, field: entry.field, id: entry.id, passage, start, end, words, doubts }];
  });
}
