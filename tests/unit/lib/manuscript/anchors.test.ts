import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AnchorTable,
  assignAnchors,
  forgetFormerWords,
  NO_ANCHORS,
  readAnchorTable,
  rewordAnchors,
} from '../../../../src/lib/manuscript/anchors.ts';
import { randomFrom } from '../../../support/random.ts';

const A = '两山夹一川的地貌，使这座城的资源丰富，也使各处的发展并不平衡。';
const B = '通路以前，山里的人要走上大半天，才能把货背到镇上去卖。';
const C = '一张清单写明每个月的任务，另一张清单写明查出来的问题。';
let first = NO_ANCHORS;
let [a, b, c]: string[] = [];

beforeAll(() => {
  first = assignAnchors([A, B, C], NO_ANCHORS);
  [a, b, c] = first.paragraphs.map((anchor) => anchor.id);
});

const ids = (texts: string[], table = first) => assignAnchors(texts, table).paragraphs.map((anchor) => anchor.id);

describe('a link to a paragraph', () => {
  test('has a number for its id, whatever it says', () => {
    expect([a, b, c]).toEqual(['p-1', 'p-2', 'p-3']);
    expect(ids([C, C, B], NO_ANCHORS)).toEqual([a, b, c]);
  });

  test('never gets a number that another one had, though nothing else tells of that one', () => {
    const { next } = first;
    expect(ids([A], { paragraphs: [], removed: [], ...(next ? { next } : {}) })).toEqual(['p-4']);
  });

  test('keeps an id from when they were made of words; the table of such a story is not touched', () => {
    const old = { ...first, paragraphs: first.paragraphs.map((anchor, i) => ({ ...anchor, id: `p-00000${i}` })) };
    const { next: _, ...table } = old;
    expect(assignAnchors([A, B, C], table)).toEqual(table);
    expect(ids([A, '四个玩具厂在同一天开了门，招工的桌子摆到了路边。', C], table)).toEqual([
      'p-000000',
      'p-1',
      'p-000002',
    ]);
  });

  test('holds when the paragraph moves', () => expect(ids([C, A, B])).toEqual([c, a, b]));

  test('holds when the paragraph is edited', () => {
    expect(ids([A, B.replace('大半天', '三个钟头'), C])).toEqual([a, b, c]);
    expect(ids([A, `${B}路是那年秋天修通的。`, C])).toEqual([a, b, c]);
  });

  test('holds when only punctuation changes', () => expect(ids([A.replaceAll('，', '；'), B, C])).toEqual([a, b, c]));

  test('is not taken over by another text', () => {
    const d = '四个玩具厂在同一天开了门，招工的桌子摆到了路边。';
    const table = assignAnchors([A, d, C], first);
    expect(table.paragraphs.map((anchor) => anchor.id)).not.toContain(b);
    expect(table.removed).toEqual([b]);
    expect(ids([[...A].reverse().join(''), B, C])[0]).not.toBe(a);
  });

  test('of a removed paragraph stays known, and a new one never gets its id', () => {
    const without = assignAnchors([A, C], first);
    expect(without.removed).toEqual([b]);
    const back = assignAnchors([A, B, C], without);
    expect(new Set([...back.paragraphs.map((anchor) => anchor.id), ...back.removed]).size).toBe(4);
  });

  test('differs for equal paragraphs, however many', () => {
    expect(new Set(ids([A, A, A], NO_ANCHORS)).size).toBe(3);
    expect(new Set(ids(Array(130).fill(A), NO_ANCHORS)).size).toBe(130);
  });

  test('differs for a paragraph that says again what another said at first', () => {
    const edited = `${A}这句话是后来添上的。`;
    const table = assignAnchors([edited], first);
    const [again, kept] = ids([A, edited], table);
    expect(kept).toBe(a);
    expect(again).not.toBe(a);
  });

  test('goes to the paragraph that is most like the old one', () => {
    const old = assignAnchors([A, `${A}后来添了一句。`], NO_ANCHORS);
    const [short, long] = old.paragraphs.map((anchor) => anchor.id);
    expect(ids([`${A}后来添了一句。`, A], old)).toEqual([long, short]);
    expect(ids([`${A}后来添上一句话。`, A], old)).toEqual([long, short]);
  });

  test('goes to the nearer of two equal paragraphs', () => {
    const old = assignAnchors([A, B, C, A], NO_ANCHORS);
    const [, second, third, fourth] = old.paragraphs.map((anchor) => anchor.id);
    expect(ids([B, C, A], old)).toEqual([second, third, fourth]);
  });

  test('holds for a paragraph of one character, and for one of none', () => {
    const texts = ['是', '否', '……'];
    const old = assignAnchors(texts, NO_ANCHORS);
    const [yes, no, dots] = old.paragraphs.map((anchor) => anchor.id);
    expect(ids(['否', '——', '是'], old)).toEqual([no, dots, yes]);
  });

  test('holds when letters change their width', () => {
    const old = assignAnchors(['2020 GDP'], NO_ANCHORS);
    expect(ids(['２０２０ＧＤＰ'], old)).toEqual([old.paragraphs[0]?.id]);
  });

  test('takes no more room for a long paragraph, and holds when a third is written before it', () => {
    const long = A + B + C;
    const old = assignAnchors([long, A], NO_ANCHORS);
    const [id] = old.paragraphs.map((anchor) => anchor.id);
    expect(old.paragraphs[0]?.sketch).toMatch(/^[0-9a-f]{144}$/);
    expect(ids([`四个玩具厂在同一天开了门，招工的桌子摆到了路边，来的人却不多。${long}`], old)).toEqual([id]);
    expect(ids([`${long}四个玩具厂在同一天开了门，招工的桌子摆到了路边，来的人却不多。`], old)).toEqual([id]);
  });

  test('is held or lost, where a third is written anew, by the rarest pairs of both texts together', () => {
    const toys = '四个玩具厂在同一天开了门，招工的桌子摆到了路边，来的人却不多。';
    const tea = '第二年春天，茶园里来了三百多个采茶的人，工钱按斤结算，当天就付。';
    const old = assignAnchors([A + B + C], NO_ANCHORS);
    const [id] = old.paragraphs.map((anchor) => anchor.id);
    expect(ids([A + B + tea], old)).toEqual([id]);
    expect(ids([A + B + toys], old)).not.toEqual([id]);
  });

  test('is the same for the same table: nothing to commit twice', () => {
    expect(assignAnchors([A, B, C], first)).toEqual(first);
  });
});

describe('however many paragraphs there are', () => {
  const many = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n));
  const random = randomFrom(7);
  const words = () => many(40, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 5000))).join('');
  const names = many(2000, words);

  test('each keeps its id where it was edited, and where it moved', () => {
    const table = assignAnchors(names, NO_ANCHORS);
    const before = table.paragraphs.map(({ id }) => id);
    expect(ids(names, table)).toEqual(before);
    expect(
      ids(
        names.map((text, n) => (n % 3 === 0 ? `${text}后来又添了一句话。` : text)),
        table,
      ),
    ).toEqual(before);
    expect(ids([...names.slice(1500), ...names.slice(0, 1500)], table)).toEqual([
      ...before.slice(1500),
      ...before.slice(0, 1500),
    ]);
  });

  test('and were they all alike, as no writer would have them, each has an id of its own', () => {
    const old = assignAnchors(
      many(5000, () => A),
      NO_ANCHORS,
    );
    expect(
      new Set(
        ids(
          many(5000, (n) => (n % 2 ? A : `${A}添上一句。`)),
          old,
        ),
      ).size,
    ).toBe(5000);
  });
});

describe('a table as it lies in its file', () => {
  test('is read as it was written', () => {
    expect(readAnchorTable(JSON.stringify(first, null, 1))).toEqual({ table: first });
    expect(readAnchorTable('{"paragraphs": [], "removed": []}')).toEqual({ table: NO_ANCHORS });
  });

  const whole = JSON.stringify(assignAnchors([A, B], NO_ANCHORS), null, 1);
  test.each<[string, string, number]>([
    ['cut off', whole.slice(0, 60), 0],
    ['empty', '', 1],
    ['of an unfinished merge', whole.replace(' "removed"', '<<<<<<< HEAD\n "removed"'), 0],
    ['another thing', 'null', 1],
    ['a list', '[]', 1],
    ['without paragraphs', '{"removed": []}', 1],
    ['without what was removed', '{"paragraphs": []}', 1],
    ['with paragraphs that are none', '{"paragraphs": [null], "removed": []}', 1],
    ['with an id that is none', '{"paragraphs": [{"id": "f-income", "sketch": ""}], "removed": []}', 1],
    ['with a sketch that is none', '{"paragraphs": [{"id": "p-1", "sketch": "zzz"}], "removed": []}', 1],
    ['with an id twice', '{"paragraphs": [{"id": "p-1", "sketch": ""}], "removed": ["p-1"]}', 1],
    ['with a next number that is none', '{"paragraphs": [], "removed": [], "next": "2"}', 1],
  ])('%s is told, with its line', (_, text, line) => {
    const { fault } = readAnchorTable(text) as { fault: { line: number; message: string } };
    expect(fault.message).toMatch(/^段落表.*\p{Script=Han}/u);
    expect(fault.message).not.toMatch(/[A-Za-z]{4}/);
    expect(fault.line).toBeGreaterThanOrEqual(1);
    if (line > 0) expect(fault.line).toBe(line);
  });

  test('a fault is found in the line where it is', () => {
    const { fault } = readAnchorTable(whole.replace(' "removed"', '<<<<<<< HEAD\n "removed"')) as {
      fault: { line: number };
    };
    expect(fault.line).toBe(whole.split('\n').findIndex((text) => text.includes('"removed"')) + 1);
  });
});

describe('after words were replaced', () => {
  const hash = (text: string, digits = 6) => `p-${createHash('sha256').update(text).digest('hex').slice(0, digits)}`;
  const table = (ids: string[], removed: string[] = []): AnchorTable => ({
    paragraphs: ids.map((id) => ({ id, sketch: '' })),
    removed,
  });

  test('every paragraph keeps its id by its place, be the new words as unlike as may be', () => {
    const { paragraphs, next } = rewordAnchors(['某某。', B, C], first);
    expect(paragraphs.map(({ id }) => id)).toEqual([a, b, c]);
    expect(paragraphs[0]?.sketch).toBe(assignAnchors(['某某。'], NO_ANCHORS).paragraphs[0]?.sketch);
    expect(next).toBe(4);
  });

  test('an id made of words that are no more is forgotten, and what it was is told nowhere', () => {
    const told = forgetFormerWords([A, B], table([hash(`郭桂英${A}`), hash(B, 7)], [hash(C), 'p-2']));
    expect(told.paragraphs.map(({ id }) => id)).toEqual(['p-1', hash(B, 7)]);
    expect(told.removed).toEqual(['p-2']);
    expect(forgetFormerWords([A, B], told)).toEqual(told);
  });
});
