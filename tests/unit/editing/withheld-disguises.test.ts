import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { findName } from '../../../src/editing/names/find.ts';
import { foldName, lettersOf } from '../../../src/editing/names/spellings.ts';
import { findWithheld, hashAsTyped, hashName, type WithheldNames } from '../../../src/editing/withheld.ts';
import { withholdName } from '../../../src/editing/withhold.ts';
import { readYaml } from '../../../src/lib/manuscript/frontmatter.ts';
import { parseBody, splitManuscript } from '../../../src/lib/manuscript/tree.ts';
import { files } from '../../support/content.ts';

// Random names in random disguises: redact leaves nothing of one, and the guards find each.

const KEY = 'a5'.repeat(32);
const han = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...'桂英国强建明小满秀珍玉龙山水金风雨马鸟长门见贝车页飞麦东风云乐丽红军华'),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x2_0000, max: 0x2_a6dd }).map((code) => String.fromCodePoint(code)) },
);
const given = fc.array(han, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
const name = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...'王李张刘陈杨黄赵吴周马龙麻金'), given).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: given.map((one) => `欧阳${one}`) },
  { weight: 1, arbitrary: fc.tuple(given, given).map(([a, b]) => `古丽${a}·买${b}`) },
  { weight: 1, arbitrary: han.map((one) => `郭${one}${one}`) },
);

const [toTaiwan, toHongKong, toJapan] = (['tw', 'hk', 'jp'] as const).map((to) => Converter({ from: 'cn', to }));
/** Radicals and strokes by what Unicode says they stand for, and the block whose signs are characters again. */
const LOOKS = new Map<string, string[]>();
for (let code = 0x2e80; code < 0xfae0; code++) {
  if (code > 0x31e3 && code < 0xf900) continue;
  const own = String.fromCodePoint(code);
  const [folded] = lettersOf(own);
  if (folded && own !== folded.letter) LOOKS.set(folded.letter, [...(LOOKS.get(folded.letter) ?? []), own]);
}

type Disguise = (letter: string) => string;
const shapes: Disguise[] = [
  (letter) => letter,
  (letter) => toTaiwan?.(letter) ?? letter,
  (letter) => toHongKong?.(letter) ?? letter,
  // Of Japan only what differs from every character of ours.
  (letter) => {
    const other = toJapan?.(letter) ?? letter;
    return foldName(other) === foldName(letter) ? other : letter;
  },
  (letter) => LOOKS.get(foldName(letter))?.[0] ?? letter,
  (letter) => LOOKS.get(foldName(letter))?.at(-1) ?? letter,
  (letter) => `${letter}\ufe00`,
  (letter) => `${letter}\u{e0101}`,
  (letter) => `${letter}\u0323`,
];
const withEntities: Disguise[] = [
  ...shapes,
  (letter) => `&#${letter.codePointAt(0)};`,
  (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`,
];
const joints = [
  ...[
    '',
    ' ',
    '　',
    '  ',
    '\u00a0',
    '\u2009',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u2800',
    '\ue5e5',
    '\ufffc',
  ],
  ...[
    '·',
    '•',
    '・',
    '．',
    '‧',
    '●',
    '-',
    '‐',
    '－',
    ' · ',
    '\n',
    '&nbsp;',
    '&middot;',
    '&#8203;',
    '\\·',
    '\u3164',
    '\u034f',
  ],
];
const wraps: Disguise[] = [
  (letter) => letter,
  (letter) => `**${letter}**`,
  (letter) => `*${letter}*`,
  (letter) => `<strong>${letter}</strong>`,
  (letter) => `<em>${letter}</em>`,
  (letter) => `[${letter}](https://a.example/x)`,
  (letter) => `<ruby>${letter}<rt>x</rt></ruby>`,
];
/** Markup that is not even that: what pages, feeds, scripts, mails and addresses make of it. */
const utf8 = (letter: string) => [...Buffer.from(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
const units = (letter: string) =>
  Array.from({ length: letter.length }, (_, i) => letter.charCodeAt(i).toString(16).padStart(4, '0'));
const inFiles: Disguise[] = [
  ...wraps,
  (letter) => `<span title="a > b">${letter}</span>`,
  (letter) => `&lt;b class="x"&gt;${letter}&lt;/b&gt;`,
  (letter) => `\\u003cb\\u003e${letter}\\u003c/b\\u003e`,
  (letter) => `<b>${letter}<\\/b>`,
  (letter) => `<!-- a -->${letter}<!-- b < c -->`,
  (letter) => `<![CDATA[${letter}]]>`,
  (letter) => `<w:t>${letter}</w:t></w:r><w:r><w:rPr/>`,
  (letter) =>
    units(letter)
      .map((unit) => `\\u${unit}`)
      .join(''),
  (letter) =>
    units(letter)
      .map((unit) => `%u${unit}`)
      .join(''),
  (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`,
  (letter) =>
    utf8(letter)
      .map((byte) => `%${byte}`)
      .join(''),
  (letter) =>
    utf8(letter)
      .map((byte) => `=${byte.toUpperCase()}`)
      .join(''),
  (letter) =>
    utf8(letter)
      .map((byte) => `\\x${byte}`)
      .join(''),
  (letter) =>
    utf8(letter)
      .map((byte) => `\\${Number.parseInt(byte, 16).toString(8)}`)
      .join(''),
];

const pick = <T>(list: readonly T[]) => fc.constantFrom(...list);
/** A name as it is written out: each letter in a shape of its own, something between any two. */
const disguised = (
  own: string,
  around: readonly Disguise[],
  { between = joints, of = shapes }: { between?: readonly string[]; of?: readonly Disguise[] } = {},
) => {
  const letters = [...own.replaceAll('·', '')];
  return fc
    .tuple(
      fc.array(pick(of), { minLength: letters.length, maxLength: letters.length }),
      fc.array(pick(between), { minLength: letters.length, maxLength: letters.length }),
      fc.array(
        fc.oneof({ weight: 3, arbitrary: fc.constant(around[0] as Disguise) }, { weight: 1, arbitrary: pick(around) }),
        {
          minLength: letters.length,
          maxLength: letters.length,
        },
      ),
    )
    .map(([shape, joint, wrap]) =>
      letters.map((letter, i) => `${i === 0 ? '' : joint[i]}${wrap[i]?.(shape[i]?.(letter) ?? letter)}`).join(''),
    );
};
const known = (own: string): WithheldNames => ({
  key: KEY,
  names: [{ hmac: hashName(own, KEY), length: [...foldName(own)].length }],
});
const MARK = '<Withheld id="0123abcd">某某</Withheld>';
const both = (around: readonly Disguise[], written?: { between?: readonly string[]; of?: readonly Disguise[] }) =>
  name.chain((own) => disguised(own, around, written).map((text) => ({ own, text })));

describe('a random name in a random disguise', () => {
  test('leaves the words of a story without a trace, or is told', () => {
    fc.assert(
      fc.property(both(wraps, { of: withEntities }), ({ own, text }) => {
        const story = `---\ntitle: 题目\n---\n\n有人说，${text}，住在村东。\n`;
        const body = splitManuscript(story)?.body ?? '';
        fc.pre(!('finding' in parseBody(body)));
        const { text: after, count, left } = withholdName(story, { name: own, id: '0123abcd', as: '某某' });
        expect([count, left], text).toEqual([1, 0]);
        const between = /有人说，([\s\S]*)，住在村东/.exec(after)?.[1] ?? '';
        // What stood around the name may be left, without a letter in it.
        expect(between.replace(MARK, '').replace(/<[^<>]*>|https:\/\/\S*|&#?\w+;/g, ''), text).not.toMatch(
          /[\p{Script=Han}\p{N}]/u,
        );
        expect(between).toContain(MARK);
      }),
      { numRuns: 600 },
    );
  });

  test('leaves a field, which can be read after', () => {
    const inYaml = joints.filter((joint) => !/^[\\\n&]/.test(joint) && !/[\ufffc\ue5e5]/.test(joint));
    fc.assert(
      fc.property(both([(letter) => letter], { between: inYaml }), ({ own, text }) => {
        const story = `---\ntitle: "题目，${text}，某年"\n---\n\n正文。\n`;
        const { text: after, count, left } = withholdName(story, { name: own, id: '0123abcd', as: '某某' });
        expect([count, left], text).toEqual([1, 0]);
        expect(readYaml(splitManuscript(after)?.frontmatter ?? '', 2).data).toMatchObject({
          title: '题目，某某，某年',
        });
      }),
      { numRuns: 300 },
    );
  });

  test('is found by the guards, whatever the file makes of it', () => {
    fc.assert(
      fc.property(both(inFiles), ({ own, text }) => {
        expect(findWithheld(`x，${text}，y`, known(own)).length, text).toBeGreaterThan(0);
        expect(findName(`x，${text}，y`, own).length, text).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('is found where its fingerprint is of the time before there was one spelling', () => {
    fc.assert(
      fc.property(both(inFiles), ({ own, text }) => {
        fc.pre(foldName(own) === own.replaceAll('·', ''));
        const old = { hmac: hashAsTyped(own, KEY), length: [...own].length, asTyped: true };
        expect(findWithheld(`x，${text}，y`, { key: KEY, names: [old] }).length, text).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

test('a random name is not found in stories that do not hold it', () => {
  const texts = files.map(({ text }) => ({ text, plain: foldName(text) }));
  fc.assert(
    fc.property(name, (own) => {
      const absent = texts.filter(({ plain }) => !plain.includes(foldName(own)));
      for (const { text } of absent) expect(findName(text, own)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
