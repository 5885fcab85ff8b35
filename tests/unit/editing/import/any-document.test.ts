import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../../../../src/editing/import/import-file.ts';
import { WRITERS, type Written } from '../../../support/written.ts';

const SOME = fc.constantFrom(
  ...'春天账本村里记着每一笔收入户亩头牛清楚茶园合作社分红小康路上老张说',
  '11.5万',
  '2020年',
  '1,234',
  '36.2%',
  '，',
  '、',
  'Wi-Fi',
  '𬭎',
  '古丽·买买提',
  'A&B',
  '5<6',
  '*',
  '_',
  '|',
  '#',
  '[1]',
  '{x}',
  '`',
  '$',
);
const END = fc.constantFrom('。', '！', '？', '……', '”');
/** Long enough to be no title. */
const sentence = fc
  .tuple(
    fc.constantFrom('村里', '账本', '老张', '今年', '“村里'),
    fc.array(SOME, { minLength: 30, maxLength: 60 }),
    END,
  )
  .map(([start, parts, end]) => `${start}${parts.join('')}${end}`);
const plain = fc
  .array(fc.constantFrom(...'春天账本村里记着每一笔收入户亩'), { minLength: 3, maxLength: 10 })
  .map((parts) => parts.join(''));
const block: fc.Arbitrary<Written> = fc.oneof(
  { weight: 4, arbitrary: sentence.map((text): Written => ({ kind: 'p', text })) },
  { weight: 1, arbitrary: plain.map((text): Written => ({ kind: 'h', text })) },
  {
    weight: 1,
    arbitrary: fc.array(sentence, { minLength: 2, maxLength: 4 }).map((items): Written => ({ kind: 'list', items })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(plain, plain, plain), { minLength: 3, maxLength: 4 })
      .map((rows): Written => ({ kind: 'table', rows })),
  },
);
const documents = fc.array(block, { minLength: 1, maxLength: 8 });

/** Letters and numbers alone: nothing of the importer is used to count them. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const textsOf = (blocks: readonly Written[]) =>
  blocks.flatMap((one) => (one.kind === 'list' ? one.items : one.kind === 'table' ? one.rows.flat() : [one.text]));

describe('any document that is imported', () => {
  test.each(Object.entries(WRITERS))('as %s has lost, joined or reordered no word', async (name, write) => {
    let imported = 0;
    // Opening a PDF takes as long as a hundred of the others.
    const runs = name === 'a.pdf' ? 4 : 25;
    const check = async (any: readonly Written[]) => {
      // The font of the PDF has no such character.
      const blocks: Written[] = name === 'a.pdf' ? JSON.parse(JSON.stringify(any).replaceAll('𬭎', '宏')) : [...any];
      const written = await write(blocks);
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
      const result = await importFile(name, bytes, { split: false, counties: [], day: '2026-12-01' });
      if ('problem' in result || result.articles.some(({ losses }) => losses.length > 0)) return;
      imported++;
      const draft = result.articles[0]?.draft ?? '';
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft) ?? [];
      const head = letters(JSON.stringify(parse(front))) + letters(JSON.stringify(result.decisions));
      const shown = body.replace(/<Note>.*?<\/Note>/g, '').replace(/<br \/>/g, '\n');
      const lines = shown
        .split(/\n| \| |^\| | \|$/m)
        .map(letters)
        .filter(Boolean);
      let at = 0;
      for (const text of textsOf(blocks).map(letters)) {
        if (text === '') continue;
        // A line of the text, in its order; or a headline, a caption, a byline, each in its field.
        const found = lines.indexOf(text, at);
        if (found !== -1) at = found + 1;
        else expect(head).toContain(text);
      }
      // Nothing in between that was not there.
      expect(letters(shown).length).toBeLessThanOrEqual(textsOf(blocks).map(letters).join('').length);
    };
    await fc.assert(fc.asyncProperty(documents, check), { numRuns: runs, seed: 20261127, endOnFailure: true });
    expect(imported).toBeGreaterThan(runs / 2);
  });
});
