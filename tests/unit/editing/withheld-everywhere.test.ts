import { describe, expect, test } from 'vitest';
import { findName } from '../../../src/editing/names/find.ts';
import { restoreName, withholdName } from '../../../src/editing/withhold.ts';
import { readYaml } from '../../../src/lib/manuscript/frontmatter.ts';
import { splitManuscript } from '../../../src/lib/manuscript/tree.ts';
import { SOURCE_FIELDS } from '../../../src/lib/schema/source-kinds.ts';

const NAME = '丁九仔';
const who = { name: NAME, id: '0a1b2c3d4e5f', as: '某某' };

/** A story's fields by their paths, each with the name in it. */
const FIELDS: Record<string, string> = {
  'rights.holder': `rights: { licence: own, holder: ${NAME} }`,
  'rights.statement': `rights: { licence: own, statement: "© 2021 ${NAME}，未经许可不得转载" }`,
  'media.0.caption': `media: [{ id: a, kind: photo, file: ./a.jpg, caption: ${NAME}在码头 }]`,
  'media.0.credit': `media: [{ id: a, kind: photo, file: ./a.jpg, credit: ${NAME} 摄 }]`,
  'media.0.alt': `media: [{ id: a, kind: photo, file: ./a.jpg, alt: "${NAME}站着" }]`,
  'media.0.transcript': `media:\n  - id: a\n    kind: audio\n    file: ./a.mp3\n    transcript: |\n      ${NAME}说，那年水大。\n      第二句。`,
  'media.0.rights.holder': `media: [{ id: a, kind: photo, file: ./a.jpg, rights: { licence: own, holder: ${NAME} } }]`,
  'tags.0': `tags: [${NAME}]`,
  'authors.0.name': `authors: [{ name: ${NAME}, role: told }]`,
  'terms.0': `terms: [${NAME}]`,
  'unsaid.0': `unsaid: ["${NAME}后来怎样，原报没有说。"]`,
  'source.bylines.0.names.0': `source: { bylines: [{ role: null, names: [${NAME}] }] }`,
  ...Object.fromEntries(
    Object.keys(SOURCE_FIELDS).map((field) => [`source.${field}`, `source: { ${field}: ${NAME}藏 }`]),
  ),
};

describe('a withheld name is taken out of', () => {
  test.each(Object.entries(FIELDS))('%s, and the fields can still be read', (path, head) => {
    const source = `---\ntitle: 题目\n${head}\n---\n\n正文。\n`;
    const { text, count, places } = withholdName(source, who);
    expect([count, places]).toEqual([1, []]);
    expect(findName(text, NAME)).toEqual([]);
    const { data, findings } = readYaml(splitManuscript(text)?.frontmatter ?? '', 2);
    expect(findings).toEqual([]);
    expect(data).toMatchObject({ withheld: [{ id: who.id, as: who.as, in: [path] }] });
  });

  test.each([
    ['<Rights>', `<Rights licence="own" holder="${NAME}">\n\n一段。\n\n</Rights>`],
    ['<Rights> over several lines', `<Rights\n  licence="own"\n  statement="© ${NAME}"\n>\n\n一段。\n\n</Rights>`],
    ['<PullQuote>', `<PullQuote by="${NAME}">水来了</PullQuote>`],
    [
      '<Background>',
      `<Background title="题" issuer="${NAME}" date="2020" url="https://example.org/">背景。</Background>`,
    ],
  ])('an attribute of %s, and put back there', (_, body) => {
    const source = `---\ntitle: 题目\n---\n\n前面。\n\n${body}\n`;
    const { text, count, places } = withholdName(source, who);
    expect([count, places]).toEqual([1, []]);
    expect(findName(text, NAME)).toEqual([]);
    expect(text).toContain(who.as);
    expect(text).not.toMatch(/="[^"]*<Withheld/);
    expect(restoreName(text, who).text).toBe(source);
  });
});
