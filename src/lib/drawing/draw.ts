import { DRAWINGS } from '#words/drawings.ts';
import { COLON, COMMA, LIST, SEMICOLON, STOP } from '#words/punctuation.ts';
import { compareDates } from '../dates/edtf.ts';
import { type Bar, endOf, layBars } from './bars.ts';
import {
  type DrawingFault,
  type DrawnPlace,
  type Event,
  type Evidence,
  type Fact,
  type Found,
  findEvent,
  findFact,
  findPlace,
} from './evidence.ts';
import { isUnitApart, sharedBy, shareLabels, withoutCounty } from './labels.ts';
import { type DrawingRequest, FORMS, type FormName, referencesIn, type Slot } from './names.ts';
import { isCountable, layGrid, type SignGrid, type Tone, thingsEach } from './signs.ts';
import { eventWords, laySpan, type SpanAxis, spanFaults } from './span.ts';
import { addsUp, fitsInto, sumOf, sumText } from './sums.ts';

/** A number in a drawing with its words and the place that states it. */
export interface Row {
  href: string;
  label: string;
  /** 30 余只, or 5000 where the unit is said once. */
  text: string;
  /** As of when, where the rows differ in it; else ''. */
  asOf: string;
}

interface Common {
  form: FormName;
  title: string;
  /** What is said once of all that is shown: of what, in which unit, as of when. */
  sub: string;
  /** How to read a sign that is not plain. */
  notes: string[];
  /** The whole drawing in one sentence. */
  alt: string;
  /** Whether any of it is told of private people: then no page but its story's own shows it. */
  isPrivate: boolean;
}

/** Rows with bars to one scale. */
export interface BarsDrawing extends Common {
  kind: 'bars';
  rows: (Row & { bar: Bar })[];
  /** The whole is the full width. */
  isWhole: boolean;
  /** Of a ledger: what the items come to, and how the text says it. */
  total: { href: string | null; label: string; text: string; bar: Bar; said: (Row & { bar: Bar }) | null } | null;
}

/** Numbers as things that can be counted: in one grid, or a grid a row. */
export interface SignsDrawing extends Common {
  kind: 'signs';
  rows: (Row & { tone: Tone; grid: SignGrid | null })[];
  grid: SignGrid | null;
}

export interface SpanDrawing extends Common {
  kind: 'span';
  axis: SpanAxis;
  length: Row | null;
}

export interface PlaceDrawing extends Common {
  kind: 'place';
  place: DrawnPlace;
}

export type Drawing = BarsDrawing | SignsDrawing | SpanDrawing | PlaceDrawing;

/** A drawing, or all that keeps it from being drawn; neither where a story it rests on cannot be read. */
export type Drawn = { drawing: Drawing; faults: readonly [] } | { drawing: null; faults: readonly DrawingFault[] };

/**
 * Draws what a text asks for: pure geometry and words, from nothing but the evidence. The same answer serves the check, the
 * page (components/drawings) and pictures (`drawingSvg` in standalone.ts).
 */
export function draw(request: DrawingRequest, evidence: Evidence): Drawn {
  const slots = Object.entries(FORMS[request.form]) as [string, Slot][];
  const faults: DrawingFault[] = [];
  if (/\d/.test(request.attributes.title?.normalize('NFKC') ?? '')) faults.push({ kind: 'title' });
  const facts: Record<string, Fact[]> = {};
  const events: Event[] = [];
  const places: DrawnPlace[] = [];
  let isUnread = false;
  const take = <T>(found: Found<T | null>, into: T[]) => {
    if ('fault' in found) faults.push(found.fault);
    else if (found.found === null) isUnread = true;
    else into.push(found.found);
  };
  for (const [name, slot] of slots) {
    const references = referencesIn(request, name);
    const isMany = slot === 'figures' || slot === 'milestones';
    if (references.length === 0 && slot !== 'figure?') faults.push({ kind: 'missing', attribute: name });
    if (references.length > 1 && !isMany) faults.push({ kind: 'one', attribute: name });
    const own: Fact[] = [];
    facts[name] = own;
    const seen = new Set<string>();
    for (const reference of references) {
      const key = `${reference.story}/${reference.id}`;
      if (seen.has(key)) faults.push({ kind: 'twice', id: reference.id });
      seen.add(key);
      if (slot === 'milestones') take(findEvent(evidence, reference), events);
      else if (slot === 'place') take(findPlace(evidence, reference), places);
      else take(findFact(evidence, reference), own);
    }
  }
  if (faults.length > 0 || isUnread) return { drawing: null, faults };
  return MAKERS[request.form]({ title: request.attributes.title?.trim() ?? '', facts, events, places });
}

interface Parts {
  title: string;
  facts: Record<string, Fact[]>;
  events: Event[];
  places: DrawnPlace[];
}

const refuse = (...faults: DrawingFault[]): Drawn => ({ drawing: null, faults });
const made = (drawing: Drawing): Drawn => ({ drawing, faults: [] });

/** Faults that any numbers side by side may have. */
function likeFaults(facts: readonly Fact[], mayLack: (fact: Fact) => boolean = () => false): DrawingFault[] {
  const [first] = facts;
  return facts.flatMap((fact): DrawingFault[] => {
    if (fact.low < 0) return [{ kind: 'negative', id: fact.id }];
    if (!first || fact.unit === first.unit || mayLack(fact)) return [];
    return [{ kind: 'unit', id: fact.id, unit: fact.printedUnit, first: first.printedUnit }];
  });
}

/** Labels, values and dates of rows: what all have alike is said once. */
function rowsOf(facts: readonly Fact[]): { rows: Row[]; common: string; unit: string; asOf: string } {
  const isOneCounty = new Set(facts.map(({ county }) => county)).size === 1;
  const { common, rest } = shareLabels(
    facts.map(({ label, county }) => (isOneCounty ? label : county + COLON + withoutCounty(label, county))),
  );
  const isApart = isUnitApart(facts);
  const asOf = sharedBy(facts, (fact) => fact.asOf);
  const rows = facts.map((fact, i) => ({
    ...{ href: fact.href, label: rest[i] ?? '', text: isApart ? fact.number : fact.text },
    asOf: asOf === '' ? fact.asOf : '',
  }));
  return { rows, common, unit: isApart ? (facts[0]?.printedUnit ?? '') : '', asOf };
}

const sentence = (facts: readonly Fact[]) => facts.map(({ label, text }) => `${label} ${text}`).join(COMMA);
const inTime = ({ label, text, asOf }: Fact) => `${label} ${text}（${asOf}）`;
const joined = (...words: string[]) => words.filter(Boolean).join(SEMICOLON);
const headed = (title: string, words: string) => (title ? `${title}${COLON}${words}` : words) + STOP;
const anyPrivate = (some: readonly { isPrivate: boolean }[]) => some.some(({ isPrivate }) => isPrivate);
const openNote = (facts: readonly Fact[]) =>
  facts.some(({ bound }) => bound === 'from' || bound === 'to') ? [DRAWINGS.open] : [];

function ledger({ title, facts }: Parts): Drawn {
  const { figures = [] } = facts;
  const total = facts.total?.[0];
  if (figures.length < 2) return refuse({ kind: 'few', attribute: 'figures', least: 2 });
  const all = total ? [...figures, total] : figures;
  // A total in speech goes without its unit: 一万八.
  const faults = likeFaults(all, (fact) => fact === total && fact.unit === '');
  if (faults.length > 0) return refuse(...faults);
  const sum = sumText(figures);
  const added = DRAWINGS.bounded[sum.bound](sum.unit ? `${sum.number} ${sum.unit}` : sum.number);
  if (total && !addsUp(figures, total)) return refuse({ kind: 'sum', added, said: total.said || total.text });
  const { rows, common, unit, asOf } = rowsOf(figures);
  const starts = figures.map((_, i) => sumOf(figures.slice(0, i)));
  const end = Math.max(sumOf(figures), total?.high ?? 0);
  const bars = layBars(figures, end, starts);
  const [sumBar, saidBar] = layBars(
    [{ low: sumOf(figures), high: sumOf(figures), bound: null }, ...(total ? [total] : [])],
    end,
  );
  const isExact =
    total !== undefined && total.bound === null && total.low === sumOf(figures) && total.high === total.low;
  const said = total && !isExact ? total.said || total.text : '';
  const items = sentence(figures);
  return made({
    ...{ form: 'Ledger', kind: 'bars', title: title || total?.label || common, isWhole: false },
    sub: joined(common, asOf, unit && DRAWINGS.unit(unit)),
    notes: openNote(figures),
    alt: headed(title, joined(DRAWINGS.ledger(items, figures.length, added), said && DRAWINGS.said(said))),
    isPrivate: anyPrivate(all),
    rows: rows.map((row, i) => ({ ...row, bar: bars[i] as Bar })),
    total: {
      ...{ label: (isExact ? DRAWINGS.agreed : DRAWINGS.added)(figures.length), text: added, bar: sumBar as Bar },
      href: isExact ? total.href : null,
      said:
        total && said
          ? {
              href: total.href,
              label: DRAWINGS.saidShort,
              text: said,
              asOf: total.asOf === asOf ? '' : total.asOf,
              bar: saidBar as Bar,
            }
          : null,
    },
  });
}

function compare({ title, facts: { figures = [] } }: Parts): Drawn {
  if (figures.length < 2) return refuse({ kind: 'few', attribute: 'figures', least: 2 });
  const faults = likeFaults(figures);
  if (faults.length > 0) return refuse(...faults);
  const { rows, common, unit, asOf } = rowsOf(figures);
  const shared = {
    ...{ form: 'Compare' as const, title: title || common || (figures[0]?.label ?? '') },
    sub: joined(common, asOf, unit && DRAWINGS.unit(unit)),
    alt: headed(title, figures.map(asOf ? ({ label, text }) => `${label} ${text}` : inTime).join(COMMA)),
    isPrivate: anyPrivate(figures),
  };
  const most = Math.max(...figures.map(({ high }) => high));
  if (figures.every(isCountable) && figures[0]?.unit !== '%' && most <= MOST_SIGNS) {
    return made({
      ...{ ...shared, kind: 'signs', notes: openNote(figures), grid: null },
      rows: rows.map((row, i) => {
        const fact = figures[i] as Fact;
        const stretches = [{ count: fact.low, tone: 'full' as const, href: fact.href }];
        return { ...row, tone: 'full' as const, grid: layGrid(fact, stretches, 1, fact.bound, Math.min(20, most)) };
      }),
    });
  }
  const { end, isWhole } = endOf(figures);
  const bars = layBars(figures, end);
  return made({
    ...{ ...shared, kind: 'bars', notes: openNote(figures), isWhole, total: null },
    rows: rows.map((row, i) => ({ ...row, bar: bars[i] as Bar })),
  });
}

/** More things than these are compared by the length of a bar. */
const MOST_SIGNS = 130;

function growth({ title, facts }: Parts): Drawn {
  const [from, to] = [facts.from?.[0], facts.to?.[0]];
  if (!from || !to) return refuse();
  const faults = likeFaults([from, to]);
  if (faults.length > 0) return refuse(...faults);
  if (from.date && to.date && compareDates(from.date, to.date) > 0)
    return refuse({ kind: 'order', from: `${from.text}，${from.asOf}`, to: `${to.text}，${to.asOf}` });
  const { rows, common, unit, asOf } = rowsOf([from, to]);
  const shared = {
    ...{ form: 'Growth' as const, title: title || common || to.label, isPrivate: anyPrivate([from, to]) },
    alt: headed(title, DRAWINGS.growth(inTime(from), inTime(to))),
  };
  if (isCountable(from) && isCountable(to)) {
    const each = from.unit === '%' ? 1 : thingsEach(Math.max(from.high, to.high));
    const grows = to.low >= from.low;
    const [less, more] = grows ? [from, to] : [to, from];
    const toneOf = (i: number): Tone => ((grows ? i === 0 : i === 1) ? 'full' : grows ? 'pale' : 'rest');
    const stretches = [
      { count: less.low, tone: 'full' as const, href: less.href },
      { count: more.low - less.low, tone: grows ? ('pale' as const) : ('rest' as const), href: more.href },
    ];
    return made({
      ...{ ...shared, kind: 'signs' },
      sub: joined(common, asOf),
      notes: [...(each > 1 ? [DRAWINGS.each(`${each} ${to.unit}`)] : []), ...openNote([more])],
      rows: rows.map((row, i) => ({
        ...row,
        tone: toneOf(i),
        text: [from, to][i]?.text ?? '',
        grid: null,
      })),
      grid: layGrid(to, stretches, each, more.bound),
    });
  }
  const { end, isWhole } = endOf([from, to]);
  const bars = layBars([from, to], end);
  return made({
    ...{ ...shared, kind: 'bars', isWhole, total: null, notes: openNote([from, to]) },
    sub: joined(common, asOf, unit && DRAWINGS.unit(unit)),
    rows: rows.map((row, i) => ({ ...row, bar: bars[i] as Bar })),
  });
}

function share({ title, facts }: Parts): Drawn {
  const { parts = [] } = facts;
  const whole = facts.whole?.[0];
  if (!whole && !parts.every(({ unit }) => unit === '%')) return refuse({ kind: 'whole-missing' });
  const all = whole ? [whole, ...parts] : parts;
  const faults = likeFaults(all);
  if (faults.length > 0) return refuse(...faults);
  const hundred = { low: 100, high: 100, bound: null, number: '100', printedUnit: '%', said: '' } as unknown as Fact;
  const full = whole ?? hundred;
  if (!fitsInto(parts, full))
    return refuse({ kind: 'whole', parts: parts.map(({ text }) => text).join('＋'), whole: whole?.text ?? '100%' });
  const { rows, common, asOf } = rowsOf(parts);
  const tones = parts.length === 1 ? (['full'] as const) : (['full', 'pale'] as const);
  const each = whole ? thingsEach(whole.high) : 1;
  const isGrid = all.every(isCountable) && parts.length <= 2;
  const shared = {
    ...{ form: 'Share' as const, title: title || common || (whole?.label ?? parts[0]?.label ?? '') },
    alt: headed(title, whole ? DRAWINGS.share(sentence(parts), `${whole.label} ${whole.text}`) : sentence(parts)),
    isPrivate: anyPrivate(all),
    sub: joined(common, asOf),
  };
  const wholeRow = whole
    ? [{ href: whole.href, label: whole.label, text: whole.text, asOf: whole.asOf === asOf ? '' : whole.asOf }]
    : [];
  const partRows = rows.map((row, i) => ({ ...row, text: parts[i]?.text ?? '' }));
  if (isGrid) {
    const used = parts.reduce((sum, { low }) => sum + low, 0);
    const stretches = [
      ...parts.map(({ low, href }, i) => ({ count: low, tone: tones[i] ?? ('pale' as const), href })),
      { count: Math.max(0, full.low - used), tone: 'rest' as const, href: whole?.href ?? null },
    ];
    return made({
      ...{ ...shared, kind: 'signs' },
      notes: each > 1 ? [DRAWINGS.each(`${each} ${full.unit}`)] : [],
      rows: [
        ...partRows.map((row, i) => ({ ...row, tone: tones[i] ?? ('pale' as const), grid: null })),
        ...wholeRow.map((row) => ({ ...row, tone: 'rest' as const, grid: null })),
      ],
      grid: layGrid(parts[0] as Fact, stretches, each, null),
    });
  }
  const shown = whole ? [...parts, whole] : parts;
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { low }) => sum + low, 0));
  const bars = layBars(shown, full.high, starts);
  return made({
    ...{ ...shared, kind: 'bars', isWhole: true, total: null, notes: openNote(shown) },
    rows: [...partRows, ...wholeRow].map((row, i) => ({ ...row, bar: bars[i] as Bar })),
  });
}

function span({ title, events, facts }: Parts): Drawn {
  const length = facts.length?.[0];
  const faults = spanFaults(events, length ?? null);
  if (faults.length > 0) return refuse(...faults);
  const axis = laySpan(events);
  const words = events.map((event) => eventWords(event, DRAWINGS.undated)).join(SEMICOLON);
  return made({
    ...{ form: 'Span', kind: 'span', title: title || (length?.label ?? ''), axis },
    sub: '',
    notes: [],
    alt: headed(title, joined(words, length ? DRAWINGS.length(length.text) : '')),
    isPrivate: anyPrivate([...events, ...(length ? [length] : [])]),
    length: length ? { href: length.href, label: length.label, text: length.text, asOf: '' } : null,
  });
}

function placeCard({ title, places: [place] }: Parts): Drawn {
  if (!place) return refuse();
  const within = place.within.join('');
  const { map } = place;
  const around = map
    ? [...(map.seat ? [DRAWINGS.seat(map.seat.name)] : []), ...map.rivers.map(({ name }) => DRAWINGS.river(name))]
    : [];
  return made({
    ...{ form: 'PlaceCard', kind: 'place', title: title || place.name, place, isPrivate: false },
    sub: place.within.join(' '),
    notes: !map?.dot ? [DRAWINGS.nowhere] : map.isRough ? [DRAWINGS.rough] : [],
    alt: headed(title, [DRAWINGS.placeIn(place.name, within), ...around].join(LIST)),
  });
}

const MAKERS: Record<FormName, (parts: Parts) => Drawn> = {
  ...{ Ledger: ledger, Growth: growth, Span: span, Compare: compare, Share: share, PlaceCard: placeCard },
};
